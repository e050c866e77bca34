import type { LocalParticipant } from 'livekit-client';
import type { DeviceType } from '../../../core/index.js';

/** What LiveKit's protocol calls them. */
const sources: Record<DeviceType, number> = { camera: 1, microphone: 2 };

/** Whether LiveKit would take it now: its permission comes a moment before or after the document that says so. */
export function mayPublish({ permissions }: LocalParticipant, device: DeviceType): boolean {
  if (!permissions?.canPublish) return false;
  const allowed: readonly number[] = permissions.canPublishSources;
  return allowed.length === 0 || allowed.includes(sources[device]);
}
