import { LiveError, LiveErrorCode, type User } from '../../core/index.js';
import { openSyntheticCamera } from './synthetic-camera.js';

/**
 * Where a user's picture comes from: a drawn picture, the device's camera, or a function that opens a stream. The
 * stream's tracks are stopped when the camera is switched off.
 */
export type Camera = 'synthetic' | 'device' | (() => Promise<MediaStream>);

/** Opens the camera. @throws LiveError `mediaUnavailable` without such a camera, or without permission. */
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
