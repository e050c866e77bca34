import type { LiveDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { DeviceControlPolicy, SeatOccupant } from '../../seat/seat.js';
import type { Change } from '../../session/live-feed.js';

export interface LiveSeatEvents {
  /** The own camera may be switched on again; that is for the user to do. */
  'local-camera-opened-by-admin': { policy: DeviceControlPolicy };
  /** The own camera is off, and only the owner or an administrator can allow it again. */
  'local-camera-closed-by-admin': Record<string, never>;
  /** The own microphone may be switched on again; that is for the user to do. */
  'local-microphone-opened-by-admin': { policy: DeviceControlPolicy };
  /** The own microphone is off, and only the owner or an administrator can allow it again. */
  'local-microphone-closed-by-admin': Record<string, never>;
}

/** What was done to this user's devices while they kept a seat; the first look at a live is not news. */
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
