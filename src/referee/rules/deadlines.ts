import type { CoHostRequest } from '../../core/vocabulary.js';
import { timeOutRequest } from './battle/battle-answer-rules.js';
import { finishPhase } from './battle/battle-run-rules.js';
import { effectDeadline, endEffects } from './battle/effects/effect-deadlines.js';
import { settledRequestMs } from './cohost/cohost-request-rules.js';
import { leaveLinks } from './cohost/link-rules.js';
import { liveDeadline, liveDues, settleGuestRequests } from './live/live-deadlines.js';
import type { BattleRecord, Slice } from './records.js';
import type { Turn } from './turn.js';

/**
 * How long the rules wait for a host or guest who has lost their connection, and for late gifts. All in milliseconds.
 */
export interface Grace {
  /** Until everybody is shown that the host or guest is missing. Default 5,000. */
  shown: number;
  /** Until a host leaves link and battle, or a guest leaves their seat. Default 30,000. */
  seat: number;
  /** Until the live of a missing host ends. Default 120,000. */
  live: number;
  /** From the end of running to the result. Gifts sent before the end still count meanwhile. Default 0. */
  lateScores: number;
}

export const defaultGrace: Grace = { shown: 5_000, seat: 30_000, live: 120_000, lateScores: 0 };

export function requestDeadline({ status, expiresAt, settledAt }: CoHostRequest): number {
  return status === 'pending' ? expiresAt : (settledAt ?? 0) + settledRequestMs;
}

export function battleDeadline(battle: BattleRecord, { lateScores }: Grace): number | null {
  switch (battle.phase) {
    case 'requested':
      return battle.requestExpiresAt;
    case 'countdown':
      return battle.startedAt;
    case 'running':
      return Math.min(battle.endsAt! + lateScores, effectDeadline(battle));
    case 'penalty':
      return battle.penaltyEndsAt;
    case 'over':
      return battle.rematchEndsAt;
    case 'void':
      return null;
  }
}

/**
 * Settles everything that is due, in the order it fell due. Each change takes effect as of the time it was due, even
 * when it is settled later.
 * @param since Epoch milliseconds. Absences that began earlier have no effect yet. Default: all have.
 */
export function settleDue(turn: Turn, grace: Grace, since?: number): void {
  for (let due = earliest(turn, grace, since); due.at <= turn.now; due = earliest(turn, grace, since)) {
    turn.asOf(due.at, due.settle);
  }
  // Invitations are settled as of now, not as of the time they expired: so an answer is shown for its whole minute.
  for (const request of Object.values(turn.slice.requests)) {
    if (requestDeadline(request) <= turn.now) settleRequest(turn, request);
  }
  settleGuestRequests(turn);
}

/** Whether time alone has changed a battle or a live of the slice. */
export function isAnythingDue({ battles, lives }: Slice, now: number, grace: Grace): boolean {
  const deadlines = [
    ...Object.values(battles).map((battle) => battleDeadline(battle, grace)),
    ...Object.values(lives).map((live) => liveDeadline(live, grace)),
  ];
  return deadlines.some((at) => at !== null && at <= now);
}

interface Due {
  at: number;
  settle: () => void;
}

/** What is due first, at Infinity when nothing is. Lives that leave their links come after all else of the same instant, and together. */
function earliest(turn: Turn, grace: Grace, since?: number): Due {
  const { battles, lives } = turn.slice;
  const others: Due[] = Object.values(battles).flatMap((battle) => {
    const at = battleDeadline(battle, grace);
    return at === null ? [] : [{ at, settle: () => settleBattle(turn, battle) }];
  });
  const leaving: { at: number; leavesLink: string }[] = [];
  for (const due of Object.values(lives).flatMap((live) => liveDues(live, grace, since))) {
    if ('leavesLink' in due) leaving.push(due);
    else others.push({ at: due.at, settle: () => due.settle(turn) });
  }
  const at = Math.min(...[...others, ...leaving].map((due) => due.at));
  const first = others.find((due) => due.at === at);
  if (first) return first;
  const liveIds = leaving.filter((due) => due.at === at).map(({ leavesLink }) => leavesLink);
  return { at, settle: () => leaveLinks(turn, liveIds) };
}

function settleBattle(turn: Turn, battle: BattleRecord): void {
  if (battle.phase === 'requested') timeOutRequest(turn, battle);
  else if (!endEffects(turn, battle)) finishPhase(turn, battle);
}

function settleRequest(turn: Turn, { requestId, status }: CoHostRequest): void {
  if (status !== 'pending') turn.emit({ type: 'cohost-request-forgotten', requestId });
  else turn.emit({ type: 'cohost-request-settled', requestId, status: 'timeout' });
}
