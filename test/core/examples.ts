import type {
  BattleConfig,
  BattleInfo,
  BattleRequest,
  CoHostRequest,
  LinkMember,
  LiveDocument,
  LiveUser,
  Participant,
  PersonalDocument,
  ScoreBoard,
} from '../../src/core/index.js';

/** An arbitrary day. */
const noon = 1_800_000_000_000;

/** Host `ann` of live `ann_live`. */
export function host(userId: string): LiveUser {
  return { userId, userName: userId.toUpperCase(), avatarUrl: '', liveId: `${userId}_live` };
}

export function member(userId: string, lostAt: number | null = null): LinkMember {
  return { ...host(userId), joinedAt: noon, lostAt };
}

/** The live of a host: neither linked nor in battle unless said otherwise. */
export function documentOf(userId: string, changes: Partial<LiveDocument> = {}): LiveDocument {
  return {
    revision: 1,
    live: {
      liveId: `${userId}_live`,
      liveName: userId,
      coverUrl: '',
      isPublicVisible: true,
      liveOwner: host(userId),
      createdAt: noon,
      endedAt: null,
      endedReason: null,
    },
    hostLostAt: null,
    link: null,
    battle: null,
    board: null,
    ...changes,
  };
}

/** A link of these hosts in a grid. */
export function linkOf(...userIds: string[]): LiveDocument['link'] {
  return { linkId: 'link', layoutTemplate: 600, members: userIds.map((userId) => member(userId)) };
}

export const battleConfig: BattleConfig = {
  duration: 60,
  needResponse: true,
  countdown: 0,
  penalty: 0,
  extraTime: 0,
  multipliers: [],
  teams: null,
  rematchWindow: 60,
  extensionInfo: '',
};

/** A running battle of 60 seconds, the first host being the inviter. */
export function battleOf(userIds: readonly string[], changes: Partial<BattleInfo> = {}): BattleInfo {
  return {
    battleId: 'battle',
    config: battleConfig,
    inviter: host(userIds[0] ?? 'ann'),
    users: userIds.map((userId) => ({ ...host(userId), exited: false })),
    phase: 'running',
    startedAt: noon,
    endsAt: noon + 60_000,
    extraTimeStartedAt: null,
    endedAt: null,
    endedReason: null,
    result: null,
    penaltyEndsAt: null,
    penaltyEndedReason: null,
    rematch: null,
    ...changes,
  };
}

export function boardOf(version: number, totals: Record<string, number>, battleId = 'battle'): ScoreBoard {
  return { battleId, version, totals, contributors: {} };
}

export function personalOf(changes: Partial<PersonalDocument> = {}): PersonalDocument {
  return { revision: 1, coHostRequests: [], battleRequests: [], ...changes };
}

export function invitation(from: string, to: string, changes: Partial<CoHostRequest> = {}): CoHostRequest {
  return {
    requestId: `${from}-${to}`,
    inviter: host(from),
    invitee: host(to),
    layoutTemplate: 600,
    extensionInfo: '',
    battle: null,
    expiresAt: noon + 30_000,
    status: 'pending',
    settledAt: null,
    ...changes,
  };
}

export function challenge(from: string, to: string, changes: Partial<BattleRequest> = {}): BattleRequest {
  return {
    battleId: 'battle',
    inviter: host(from),
    invitee: host(to),
    config: battleConfig,
    expiresAt: noon + 30_000,
    status: 'pending',
    ...changes,
  };
}

export function participant(userId: string, changes: Partial<Participant> = {}): Participant {
  return { userId, liveId: `${userId}_live`, microphoneStatus: 'off', cameraStatus: 'off', video: null, ...changes };
}
