import {
  LiveError,
  LiveErrorCode,
  type CheckedCommandOf,
  type LiveEndedReason,
  type LiveInfo,
  type LiveStatistics,
  type User,
} from '../../../core/vocabulary.js';
import { settlePending } from '../guest/guest-requests.js';
import { leaveLink } from '../cohost/link-rules.js';
import { recordOf, type LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { isOwner, noPermission } from './live-access.js';
import { newLive } from './live-params.js';

/**
 * Creates a live. If the host's own live with this id still runs, returns that one: the host may come back after a
 * crash.
 * @throws LiveError `liveExists` when another host's live with this id runs.
 */
export function createLive(turn: Turn, host: User, params: CheckedCommandOf<'create-live'>): LiveInfo {
  const { liveId } = params;
  const existing = recordOf(turn.slice.lives, liveId)?.info;
  if (existing?.endedAt === null) {
    if (existing.liveOwner.userId === host.userId) return existing;
    throw new LiveError(LiveErrorCode.liveExists, `a live "${liveId}" is running already`);
  }
  const info = newLive(params, host, turn.now);
  turn.emit({ type: 'live-created', info });
  return info;
}

/** Ends a live. It leaves its battle and link first, so that the others learn of it in order. */
export function endLive(turn: Turn, live: LiveRecord, reason: LiveEndedReason): LiveStatistics {
  const { liveId, createdAt } = live.info;
  leaveLink(turn, liveId);
  for (const request of Object.values(turn.slice.requests)) {
    const concerned = request.inviter.liveId === liveId || request.invitee.liveId === liveId;
    if (!concerned || request.status !== 'pending') continue;
    const status = request.expiresAt <= turn.now ? 'timeout' : 'cancelled';
    turn.emit({ type: 'cohost-request-settled', requestId: request.requestId, status });
  }
  settlePending(turn, live, 'cancelled');
  // Leaving a battle may have changed the tally.
  const { battles, wins, points } = turn.live(liveId).tally;
  turn.emit({ type: 'live-ended', liveId, reason });
  return {
    createdAt,
    endedAt: turn.now,
    totalDuration: turn.now - createdAt,
    totalBattles: battles,
    totalWins: wins,
    totalPoints: points,
  };
}

/** A live that the user owns. @throws LiveError `liveNotFound`; `noPermission` for another host's live. */
export function ownLive(turn: Turn, liveId: string, { userId }: User): LiveRecord {
  const live = turn.live(liveId);
  if (!isOwner(live, userId)) noPermission(`live "${liveId}" belongs to another host`);
  return live;
}
