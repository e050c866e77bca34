import { LiveError, LiveErrorCode, type DeviceType } from '../../../core/index.js';

/** Where a user's pictures and sound come from: one track each while the device is on, of which every room gets a clone. */
export type Capture = Readonly<Record<DeviceType, () => Promise<MediaStreamTrack>>>;

/** What is on: null for a device that is off. */
export type SourceTracks = Readonly<Record<DeviceType, MediaStreamTrack | null>>;

export const deviceCapture: Capture = {
  camera: () => captured({ video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' } }),
  microphone: () => captured({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } }),
};

async function captured(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  // Absent in pages that came over plain HTTP.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const [track] = (await devices?.getUserMedia(constraints))?.getTracks() ?? [];
  if (!track) throw new Error('this page may not use devices; is it served over HTTPS?');
  return track;
}

/** @param problem what happened to the device, as in "is not available" */
export function toMediaError(cause: unknown, device: DeviceType, problem: string): LiveError {
  if (cause instanceof LiveError) return cause;
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new LiveError(LiveErrorCode.mediaUnavailable, `the ${device} ${problem}: ${reason}`, { cause });
}
