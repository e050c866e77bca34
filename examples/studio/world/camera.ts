import type { User } from 'live-battles/core';
import { openPortraitCamera } from './portrait-camera.js';
import type { CameraSource } from './studio-world.js';

/**
 * Opens a host's picture. It is the portrait if there is no camera, or if the page, over plain HTTP, may not use one.
 */
export async function openCamera(source: CameraSource, user: User): Promise<MediaStreamTrack> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (source === 'portrait' || !devices || !(await hasCamera(devices))) return await openPortraitCamera(user);
  const stream = await devices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
  });
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('the camera has no picture');
  return track;
}

async function hasCamera(devices: MediaDevices): Promise<boolean> {
  const found = await devices.enumerateDevices();
  return found.some(({ kind }) => kind === 'videoinput');
}
