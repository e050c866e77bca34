import { guestRequestDeadline, settleDueGuestRequest } from '../guest/guest-requests.js';
import type { Grace } from '../deadlines.js';
import { endLive } from './live-rules.js';
import type { LiveRecord } from '../records.js';
import { seatKickMs } from '../seat/seat-events.js';
import type { Turn } from '../turn.js';

/**
 * A change that time alone makes to a live; `at` is epoch milliseconds. `leavesLink` is the id of a live that leaves
 * its link: lives that leave at the same instant do so together.
 */
type LiveDue = { at: number; settle: (turn: Turn) => void } | { at: number; leavesLink: string };

/** When time alone will next change a live, epoch milliseconds; null when it will not. */
export function liveDeadline(live: LiveRecord, grace: Grace): number | null {
  const all = [...liveDues(live, grace).map(({ at }) => at), ...live.guestRequests.map(guestRequestDeadline)];
  return all.length === 0 ? null : Math.min(...all);
}

/**
 * The changes that time makes to a live, except requests about seats. Each takes effect as of the time it is due, even
 * when it is settled later. At the same time the first of the list comes first: an absence is shown before it costs the
 * seat or the link.
 * @param since Epoch milliseconds. Absences that began earlier are left out. Default: none.
 */
export function liveDues(live: LiveRecord, grace: Grace, since = -Infinity): readonly LiveDue[] {
  const absences =
    live.info.endedAt === null ? [...hostDues(live, grace, since), ...guestDues(live, grace, since)] : [];
  return [...absences, ...kickDues(live)];
}

/** A host's absence is shown first. Then their live leaves its link. Without a link, the live ends. */
function hostDues(live: LiveRecord, grace: Grace, since: number): LiveDue[] {
  const { hostLostAt, isHostMissed, linkId } = live;
  const { liveId } = live.info;
  if (hostLostAt === null || hostLostAt < since) return [];
  const shown: LiveDue = {
    at: hostLostAt + grace.shown,
    settle: (turn) => {
      turn.emit({ type: 'host-missed', liveId });
    },
  };
  const ended: LiveDue = {
    at: hostLostAt + grace.live,
    settle: (turn) => {
      endLive(turn, turn.live(liveId), 'ended-by-server');
    },
  };
  const unlinked: LiveDue = { at: hostLostAt + Math.min(grace.seat, grace.live), leavesLink: liveId };
  const removed = linkId === null ? ended : unlinked;
  return isHostMissed ? [removed] : [shown, removed];
}

function guestDues({ info: { liveId }, seats }: LiveRecord, grace: Grace, since: number): LiveDue[] {
  return seats.flatMap(({ index: seatIndex, occupant }) => {
    if (!occupant || occupant.lostAt === null || occupant.lostAt < since) return [];
    const shown: LiveDue = {
      at: occupant.lostAt + grace.shown,
      settle: (turn) => {
        turn.emit({ type: 'guest-missed', liveId, seatIndex });
      },
    };
    const removed: LiveDue = {
      at: occupant.lostAt + grace.seat,
      settle: (turn) => {
        turn.emit({ type: 'seat-left', liveId, seatIndex });
      },
    };
    return occupant.isMissed ? [removed] : [shown, removed];
  });
}

function kickDues({ info: { liveId }, seatKicks }: LiveRecord): LiveDue[] {
  const [oldest] = seatKicks;
  if (!oldest) return [];
  const settle = (turn: Turn): void => {
    turn.emit({ type: 'seat-kicks-forgotten', liveId });
  };
  return [{ at: oldest.at + seatKickMs, settle }];
}

/**
 * Settles expired requests about seats as of now, not as of the time they expired. So an answer is shown for its whole
 * minute.
 */
export function settleGuestRequests(turn: Turn): void {
  for (const { info, guestRequests } of Object.values(turn.slice.lives)) {
    for (const request of guestRequests) {
      if (guestRequestDeadline(request) <= turn.now) settleDueGuestRequest(turn, info.liveId, request);
    }
  }
}
