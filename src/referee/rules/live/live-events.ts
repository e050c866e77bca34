import type { LiveEndedReason, LiveInfo, LiveInfoChange } from '../../../core/vocabulary.js';
import { challengeWindowMs } from '../battle/challenge-limit.js';
import { recordOf } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { firstSeats } from '../seat/seat-plan.js';
import { withOwnerUnsuspended } from '../seat/suspend-rules.js';
import { changeLive, setLive } from '../slice-changes.js';

export type LiveEvent =
  | { type: 'live-created'; info: LiveInfo }
  | { type: 'live-updated'; liveId: string; change: LiveInfoChange }
  | { type: 'metadata-updated'; liveId: string; metaData: Readonly<Record<string, string>> }
  | { type: 'live-ended'; liveId: string; reason: LiveEndedReason }
  | { type: 'host-lost'; liveId: string }
  /** Everybody is shown that the host is missing. */
  | { type: 'host-missed'; liveId: string }
  | { type: 'host-returned'; liveId: string }
  | { type: 'administrator-set'; liveId: string; userId: string }
  | { type: 'administrator-revoked'; liveId: string; userId: string }
  | { type: 'user-kicked'; liveId: string; userId: string }
  /** The user may join the live again. */
  | { type: 'user-readmitted'; liveId: string; userId: string }
  /** The host has challenged others to a battle. */
  | { type: 'challenge-counted'; liveId: string };

export const applyLiveEvent: Appliers<LiveEvent> = {
  'live-created': (slice, { info }) =>
    setLive(slice, info.liveId, {
      info,
      revision: recordOf(slice.lives, info.liveId)?.revision ?? 0,
      hostLostAt: null,
      isHostMissed: false,
      linkId: null,
      battleId: null,
      metaData: {},
      administrators: [],
      kicked: [],
      seats: firstSeats(info),
      guestRequests: [],
      seatKicks: [],
      closedDevices: [],
      challengedAt: [],
      tally: { battles: 0, wins: 0, points: 0, winStreak: 0 },
      personalRevision: recordOf(slice.lives, info.liveId)?.personalRevision ?? 0,
    }),
  'live-updated': (slice, { liveId, change }) =>
    changeLive(slice, liveId, ({ info }) => ({ info: { ...info, ...change } })),
  'metadata-updated': (slice, { liveId, metaData }) => changeLive(slice, liveId, () => ({ metaData })),
  'live-ended': (slice, { liveId, reason, at }) =>
    changeLive(slice, liveId, ({ info }) => ({
      info: { ...info, endedAt: at, endedReason: reason },
      hostLostAt: null,
      isHostMissed: false,
    })),
  'host-lost': (slice, { liveId, at }) => changeLive(slice, liveId, () => ({ hostLostAt: at, isHostMissed: false })),
  'host-missed': (slice, { liveId }) => changeLive(slice, liveId, () => ({ isHostMissed: true })),
  'host-returned': (slice, { liveId }) =>
    changeLive(slice, liveId, (live) => ({
      hostLostAt: null,
      isHostMissed: false,
      seats: withOwnerUnsuspended(live),
    })),
  'administrator-set': (slice, { liveId, userId }) =>
    changeLive(slice, liveId, ({ administrators }) => ({ administrators: [...administrators, userId] })),
  'administrator-revoked': (slice, { liveId, userId }) =>
    changeLive(slice, liveId, ({ administrators }) => ({
      administrators: administrators.filter((id) => id !== userId),
    })),
  'user-kicked': (slice, { liveId, userId }) =>
    changeLive(slice, liveId, ({ kicked }) => ({ kicked: [...kicked, userId] })),
  'user-readmitted': (slice, { liveId, userId }) =>
    changeLive(slice, liveId, ({ kicked }) => ({ kicked: kicked.filter((id) => id !== userId) })),
  'challenge-counted': (slice, { liveId, at }) =>
    changeLive(slice, liveId, ({ challengedAt }) => ({
      challengedAt: [...challengedAt.filter((earlier) => earlier > at - challengeWindowMs), at],
    })),
};
