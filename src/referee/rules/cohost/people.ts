import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

/** User ids of the host of a live and of all hosts linked with it. */
export function hostsOf(turn: Turn, live: LiveRecord): readonly string[] {
  return linkedLives(turn, live).map(({ info }) => info.liveOwner.userId);
}

/** User ids of the hosts of a live and its linked lives, and of all users on a seat there. */
export function hostsAndGuests(turn: Turn, live: LiveRecord): readonly string[] {
  const guests = linkedLives(turn, live).flatMap(({ seats }) =>
    seats.flatMap(({ occupant }) => occupant?.userId ?? []),
  );
  return [...hostsOf(turn, live), ...guests];
}

function linkedLives(turn: Turn, live: LiveRecord): readonly LiveRecord[] {
  const seats = turn.linkOf(live)?.lives ?? [live.info];
  return seats.map(({ liveId }) => turn.live(liveId));
}
