import { LiveError, LiveErrorCode, type DeviceType } from '../../../core/index.js';

/** Opens a user's devices. Each gives one track while it is on; every room publishes a clone of that track. */
export type Capture = Readonly<Record<DeviceType, () => Promise<MediaStreamTrack>>>;

/** The tracks by device; null for a device that is off. */
export type SourceTracks = Readonly<Record<DeviceType, MediaStreamTrack | null>>;

export const deviceCapture: Capture = {
  camera: () => captured({ video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' } }),
  microphone: () => captured({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } }),
};

async function captured(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  // Browsers leave this out of pages that were served over plain HTTP.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const [track] = (await devices?.getUserMedia(constraints))?.getTracks() ?? [];
  if (!track) throw new Error('this page may not use devices; is it served over HTTPS?');
  return track;
}

/**
 * The error as a LiveError `mediaUnavailable`. A LiveError stays as it is.
 * @param problem What happened to the device, as in "is not available".
 */
export function toMediaError(cause: unknown, device: DeviceType, problem: string): LiveError {
  if (cause instanceof LiveError) return cause;
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new LiveError(LiveErrorCode.mediaUnavailable, `the ${device} ${problem}: ${reason}`, { cause });
}
