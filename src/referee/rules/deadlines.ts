import type { CoHostRequest } from '../../core/index.js';
import { endBattle, timeOutRequest } from './battle-rules.js';
import { settledRequestMs } from './connection-rules.js';
import { leaveLink } from './link-rules.js';
import { endLive } from './live-rules.js';
import type { BattleRecord, LiveRecord } from './records.js';
import type { Turn } from './turn.js';

/** How long the rules wait for a host who has vanished, milliseconds. */
export interface Grace {
  /** Until they leave link and battle. Default 30 s. */
  seat: number;
  /** Until their live is ended. Default 120 s. */
  live: number;
}

export const defaultGrace: Grace = { seat: 30_000, live: 120_000 };

/** When time alone will change a live; null when it will not. */
export function liveDeadline({ info, hostLostAt, linkId }: LiveRecord, grace: Grace): number | null {
  if (hostLostAt === null || info.endedAt !== null) return null;
  return hostLostAt + (linkId === null ? grace.live : Math.min(grace.seat, grace.live));
}

export function requestDeadline({ status, expiresAt, settledAt }: CoHostRequest): number | null {
  return status === 'pending' ? expiresAt : (settledAt ?? 0) + settledRequestMs;
}

export function battleDeadline({ phase, requestExpiresAt, endsAt }: BattleRecord): number | null {
  if (phase === 'requested') return requestExpiresAt;
  return phase === 'running' ? endsAt : null;
}

/** Does everything that time has made due, oldest rule first: a score that comes after the end finds the battle over. */
export function settleDue(turn: Turn, grace: Grace): void {
  const isDue = (deadline: number | null): boolean => deadline !== null && deadline <= turn.now;
  for (const battle of Object.values(turn.slice.battles)) {
    if (!isDue(battleDeadline(battle))) continue;
    if (battle.phase === 'running') endBattle(turn, battle, 'time-over', battle.endsAt ?? turn.now);
    else timeOutRequest(turn, battle);
  }
  for (const request of Object.values(turn.slice.requests)) {
    if (!isDue(requestDeadline(request))) continue;
    const { requestId } = request;
    if (request.status !== 'pending') turn.emit({ type: 'connection-request-forgotten', requestId });
    else turn.emit({ type: 'connection-request-settled', requestId, status: 'timeout' });
  }
  for (const { info, hostLostAt } of Object.values(turn.slice.lives)) {
    if (hostLostAt === null || info.endedAt !== null) continue;
    if (isDue(hostLostAt + grace.seat)) leaveLink(turn, info.liveId);
    const live = turn.slice.lives[info.liveId];
    if (live && isDue(hostLostAt + grace.live)) endLive(turn, live, 'ended-by-server');
  }
}
