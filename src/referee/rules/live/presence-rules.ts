import { reviewRematch } from '../battle/rematch-rules.js';
import { recordOf, type LiveRecord } from '../records.js';
import { seatOf } from '../seat/seat-lookup.js';
import type { Turn } from '../turn.js';
import { isOwner } from './live-access.js';

/** Whether the owner or a seated guest is connected; of others it is of no consequence. Deadlines do the rest. */
export function notePresence(turn: Turn, liveId: string, userId: string, present: boolean): void {
  const live = recordOf(turn.slice.lives, liveId);
  if (!live || live.info.endedAt !== null) return;
  if (isOwner(live, userId)) {
    if (present !== (live.hostLostAt === null)) turn.emit({ type: present ? 'host-returned' : 'host-lost', liveId });
    // Others may have waited for them with a rematch.
    reviewRematch(turn, turn.linkOf(live)?.battleId ?? null);
    return;
  }
  const seat = seatOf(live, userId);
  if (!seat || present === (seat.occupant.lostAt === null)) return;
  turn.emit({ type: present ? 'guest-returned' : 'guest-lost', liveId, seatIndex: seat.index });
}

/** Gives everybody who was missing before `since` their time anew: they may have come back while nobody listened. */
export function renewAbsences(turn: Turn, since: number): void {
  for (const live of Object.values(turn.slice.lives)) {
    if (live.info.endedAt === null) renewIn(turn, live, since);
  }
}

/** Who is shown as missing stays so. */
function renewIn(turn: Turn, { info: { liveId }, hostLostAt, isHostMissed, seats }: LiveRecord, since: number): void {
  if (hostLostAt !== null && hostLostAt < since) {
    turn.emit({ type: 'host-lost', liveId });
    if (isHostMissed) turn.emit({ type: 'host-missed', liveId });
  }
  for (const { index: seatIndex, occupant } of seats) {
    if (!occupant || occupant.lostAt === null || occupant.lostAt >= since) continue;
    turn.emit({ type: 'guest-lost', liveId, seatIndex });
    if (occupant.isMissed) turn.emit({ type: 'guest-missed', liveId, seatIndex });
  }
}
