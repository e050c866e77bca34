import {
  isLiveId,
  limits,
  LiveError,
  LiveErrorCode,
  SeatLayoutTemplate,
  type CreateLiveParams,
  type LiveEndedReason,
  type LiveInfo,
  type LiveStatistics,
  type User,
} from '../../../core/vocabulary.js';
import { leaveLink } from '../links/link-rules.js';
import { recordOf, type LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { flag, invalid, text, validUser } from '../validate.js';

/** A host who comes back after a crash takes up the live that is still running. */
export function createLive(turn: Turn, host: User, params: CreateLiveParams): LiveInfo {
  const { liveId } = params;
  if (!isLiveId(liveId)) invalid('liveId must be 1–48 of A-Z a-z 0-9 _');
  const existing = recordOf(turn.slice.lives, liveId)?.info;
  if (existing?.endedAt === null) {
    if (existing.liveOwner.userId === host.userId) return existing;
    throw new LiveError(LiveErrorCode.liveExists, `a live "${liveId}" is running already`);
  }
  const owner = validUser(host);
  const info: LiveInfo = {
    liveId,
    liveName: liveName(params.liveName, owner.userName),
    notice: '',
    coverUrl: text('coverUrl', params.coverUrl, limits.coverUrlLength),
    backgroundUrl: '',
    categoryList: [],
    activityStatus: 0,
    isPublicVisible: flag('isPublicVisible', params.isPublicVisible, true),
    isSeatEnabled: true,
    keepOwnerOnSeat: true,
    maxSeatCount: 9,
    seatMode: 'apply',
    seatLayoutTemplate: SeatLayoutTemplate.videoDynamicGrid9Seats,
    liveOwner: { ...owner, liveId },
    createdAt: turn.now,
    endedAt: null,
    endedReason: null,
  };
  turn.emit({ type: 'live-created', info });
  return info;
}

/** Ends a live: out of battle and link first, so that the others are told in order. */
export function endLive(turn: Turn, live: LiveRecord, reason: LiveEndedReason): LiveStatistics {
  const { liveId, createdAt } = live.info;
  leaveLink(turn, liveId);
  for (const request of Object.values(turn.slice.requests)) {
    const concerned = request.inviter.liveId === liveId || request.invitee.liveId === liveId;
    if (!concerned || request.status !== 'pending') continue;
    turn.emit({ type: 'connection-request-settled', requestId: request.requestId, status: 'cancelled' });
  }
  turn.emit({ type: 'live-ended', liveId, reason });
  // Leaving a battle has counted it.
  const { battles, wins, points } = turn.slice.lives[liveId]?.tally ?? live.tally;
  return {
    createdAt,
    endedAt: turn.now,
    totalDuration: turn.now - createdAt,
    totalBattles: battles,
    totalWins: wins,
    totalPoints: points,
  };
}

/** @throws LiveError `noPermission` when the live is somebody else's. */
export function ownLive(turn: Turn, liveId: string, { userId }: User): LiveRecord {
  const live = turn.live(liveId);
  if (live.info.liveOwner.userId !== userId) {
    throw new LiveError(LiveErrorCode.noPermission, `live "${liveId}" belongs to another host`);
  }
  return live;
}

/** A missing host is shown at once; what follows from it is a matter of deadlines. */
export function notePresence(turn: Turn, liveId: string, present: boolean): void {
  const live = recordOf(turn.slice.lives, liveId);
  if (!live || live.info.endedAt !== null || present === (live.hostLostAt === null)) return;
  turn.emit({ type: present ? 'host-returned' : 'host-lost', liveId });
}

function liveName(value: unknown, fallback: string): string {
  const name = text('liveName', value, limits.liveNameBytes, fallback);
  if (value !== undefined && utf8Length(name) > limits.liveNameBytes) {
    invalid(`liveName must be at most ${limits.liveNameBytes} bytes`);
  }
  return name;
}

function utf8Length(value: string): number {
  return Array.from(value).reduce((bytes, char) => {
    const code = char.codePointAt(0) ?? 0;
    return bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}
