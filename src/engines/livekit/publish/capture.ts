import { LiveError, LiveErrorCode } from '../../../core/index.js';

/** Where a user's pictures and sound come from. */
export interface Capture {
  camera: () => Promise<MediaStreamTrack>;
  microphone: () => Promise<MediaStreamTrack>;
}

export type Device = keyof Capture;

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

export function toMediaError(cause: unknown, device: Device): LiveError {
  if (cause instanceof LiveError) return cause;
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new LiveError(LiveErrorCode.mediaUnavailable, `the ${device} is not available: ${reason}`, { cause });
}
