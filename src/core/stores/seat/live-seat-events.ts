import type { LiveDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { DeviceControlPolicy, SeatOccupant } from '../../seat/seat.js';
import type { Change } from '../../session/live-feed.js';

export interface LiveSeatEvents {
  /** The owner or an administrator allows the own camera again. It stays off until the user switches it on. */
  'local-camera-opened-by-admin': { policy: DeviceControlPolicy };
  /** The own camera was switched off. Only the owner or an administrator can allow it again. */
  'local-camera-closed-by-admin': Record<string, never>;
  /** The owner or an administrator allows the own microphone again. It stays off until the user switches it on. */
  'local-microphone-opened-by-admin': { policy: DeviceControlPolicy };
  /** The own microphone was switched off. Only the owner or an administrator can allow it again. */
  'local-microphone-closed-by-admin': Record<string, never>;
}

/** Tells what was done to this user's devices while they kept a seat. The first document of a live is not news. */
export function emitDeviceControl(
  events: Emitter<LiveSeatEvents>,
  { before, after }: Change<LiveDocument>,
  ownUserId: string | undefined,
): void {
  const was = occupantIn(before, ownUserId);
  const is = occupantIn(after, ownUserId);
  if (!was || !is) return;
  const policy = 'unlock-only';
  if (!was.allowOpenCamera && is.allowOpenCamera) events.emit('local-camera-opened-by-admin', { policy });
  if (was.allowOpenCamera && !is.allowOpenCamera) events.emit('local-camera-closed-by-admin', {});
  if (!was.allowOpenMicrophone && is.allowOpenMicrophone) events.emit('local-microphone-opened-by-admin', { policy });
  if (was.allowOpenMicrophone && !is.allowOpenMicrophone) events.emit('local-microphone-closed-by-admin', {});
}

function occupantIn(document: LiveDocument | null, userId: string | undefined): SeatOccupant | undefined {
  return document?.seats.find(({ occupant }) => occupant?.userId === userId)?.occupant ?? undefined;
}
