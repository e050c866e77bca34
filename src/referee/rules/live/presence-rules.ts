import { noteRequester } from '../guest/guest-requests.js';
import { reviewRematch } from '../battle/rematch-rules.js';
import { recordOf, type LiveRecord } from '../records.js';
import { seatOf } from '../seat/seat-lookup.js';
import type { Turn } from '../turn.js';
import { isOwner } from './live-access.js';

/**
 * Notes whether the owner, a guest on a seat, or the guest of a pending request is connected. Deadlines settle what
 * follows from an absence.
 */
export function notePresence(turn: Turn, liveId: string, userId: string, present: boolean): void {
  const live = recordOf(turn.slice.lives, liveId);
  if (!live || live.info.endedAt !== null) return;
  if (isOwner(live, userId)) {
    if (present !== (live.hostLostAt === null)) turn.emit({ type: present ? 'host-returned' : 'host-lost', liveId });
    // A rematch may wait only for this host.
    reviewRematch(turn, turn.linkOf(live)?.battleId ?? null);
    return;
  }
  const seat = seatOf(live, userId);
  if (!seat) return noteRequester(turn, live, userId, present);
  if (present === (seat.occupant.lostAt === null)) return;
  turn.emit({ type: present ? 'guest-returned' : 'guest-lost', liveId, seatIndex: seat.index });
}

/** Restarts the absence of a missing host as of now. A host who is shown as missing stays shown so. */
export function renewHostAbsence(turn: Turn, { info: { liveId }, hostLostAt, isHostMissed }: LiveRecord): void {
  if (hostLostAt === null) return;
  turn.emit({ type: 'host-lost', liveId });
  if (isHostMissed) turn.emit({ type: 'host-missed', liveId });
}

/**
 * Restarts all absences that began before `since` (epoch milliseconds). These hosts and guests may have come back while
 * no referee was running.
 */
export function renewAbsences(turn: Turn, since: number): void {
  for (const live of Object.values(turn.slice.lives)) {
    if (live.info.endedAt !== null) continue;
    if (live.hostLostAt !== null && live.hostLostAt < since) renewHostAbsence(turn, live);
    renewGuestAbsences(turn, live, since);
  }
}

function renewGuestAbsences(turn: Turn, { info: { liveId }, seats }: LiveRecord, since: number): void {
  for (const { index: seatIndex, occupant } of seats) {
    if (!occupant || occupant.lostAt === null || occupant.lostAt >= since) continue;
    turn.emit({ type: 'guest-lost', liveId, seatIndex });
    if (occupant.isMissed) turn.emit({ type: 'guest-missed', liveId, seatIndex });
  }
}
