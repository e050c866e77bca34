import { LiveError, LiveErrorCode, type User } from '../../core/index.js';
import { openSyntheticCamera } from './synthetic-camera.js';

/**
 * Where a host's picture comes from: a made-up one, the device's camera, or whatever a function opens. The stream's
 * tracks are stopped when the camera is closed.
 */
export type Camera = 'synthetic' | 'device' | (() => Promise<MediaStream>);

/** @throws LiveError `mediaUnavailable` when there is no such camera here, or no permission. */
export async function openCamera(camera: Camera, user: User): Promise<MediaStream> {
  try {
    if (typeof camera === 'function') return await camera();
    return camera === 'device' ? await openDeviceCamera() : openSyntheticCamera(user);
  } catch (cause) {
    throw new LiveError(LiveErrorCode.mediaUnavailable, 'the camera cannot be opened', { cause });
  }
}

async function openDeviceCamera(): Promise<MediaStream> {
  return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', frameRate: { ideal: 24 } } });
}
