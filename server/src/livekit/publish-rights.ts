import { TrackSource, type ParticipantPermission } from 'livekit-server-sdk';
import type { Publisher } from 'live-battles/protocol';

/** The devices as LiveKit's track sources. */
export function trackSources(devices: Publisher['devices']): TrackSource[] {
  return devices.map((device) => (device === 'camera' ? TrackSource.CAMERA : TrackSource.MICROPHONE));
}

/**
 * All rights of a participant in a room: LiveKit takes away every right that is not named. They make a hidden viewer
 * visible. They never hide a participant again, because LiveKit would leave them in the others' view for ever.
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

/** Whether the permission allows exactly these devices. */
export function mayPublish(permission: ParticipantPermission | undefined, devices: Publisher['devices']): boolean {
  if (!permission?.canPublish) return devices.length === 0;
  // LiveKit reads an empty list of sources as all sources.
  if (devices.length === 0) return false;
  const wanted = trackSources(devices);
  const has = permission.canPublishSources;
  return has.length === wanted.length && wanted.every((source) => has.includes(source));
}
