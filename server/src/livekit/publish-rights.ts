import { TrackSource, type ParticipantPermission } from 'livekit-server-sdk';
import type { Publisher } from 'live-battles/protocol';

/** LiveKit's names for what somebody may switch on. */
export function trackSources(devices: Publisher['devices']): TrackSource[] {
  return devices.map((device) => (device === 'camera' ? TrackSource.CAMERA : TrackSource.MICROPHONE));
}

/**
 * The rights of somebody in a room, whole: LiveKit takes away what is not named. They make a viewer visible, and whoever was
 * visible stays so until they go: somebody who is hidden later remains in the others' view for ever.
 */
export function permissionFor(devices: Publisher['devices'], canSubscribe: boolean): Partial<ParticipantPermission> {
  return {
    canSubscribe,
    canPublish: devices.length > 0,
    canPublishSources: trackSources(devices),
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  };
}

/** Whether somebody may publish exactly that. */
export function mayPublish(permission: ParticipantPermission | undefined, devices: Publisher['devices']): boolean {
  if (!permission?.canPublish) return devices.length === 0;
  // With no sources named, LiveKit takes all.
  if (devices.length === 0) return false;
  const wanted = trackSources(devices);
  const has = permission.canPublishSources;
  return has.length === wanted.length && wanted.every((source) => has.includes(source));
}
