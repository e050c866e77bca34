import type { LocalParticipant } from 'livekit-client';
import type { DeviceType } from '../../../core/index.js';

/** The numbers of LiveKit's `TrackSource`. */
const sources: Record<DeviceType, number> = { camera: 1, microphone: 2 };

/** Whether LiveKit accepts the device now. Its permission comes a moment before or after the document's. */
export function mayPublish({ permissions }: LocalParticipant, device: DeviceType): boolean {
  if (!permissions?.canPublish) return false;
  const allowed: readonly number[] = permissions.canPublishSources;
  return allowed.length === 0 || allowed.includes(sources[device]);
}
