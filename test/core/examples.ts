import type {
  BattleConfig,
  BattleInfo,
  BattleRequest,
  CoHostRequest,
  GuestRequest,
  LinkMember,
  LiveUser,
  Participant,
  ScoreBoard,
  Seat,
  SeatOccupant,
  User,
} from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';

/** An arbitrary day. */
const noon = 1_800_000_000_000;

/** Host `ann` of live `ann_live`. */
export function host(userId: string): LiveUser {
  return { userId, userName: userId.toUpperCase(), avatarUrl: '', liveId: `${userId}_live` };
}

/** Somebody who may have no live. */
export function user(userId: string): User {
  return { userId, userName: userId.toUpperCase(), avatarUrl: '' };
}

export function member(userId: string, changes: Partial<LinkMember> = {}): LinkMember {
  return {
    ...host(userId),
    joinedAt: noon,
    lostAt: null,
    userSuspendStatus: 'none',
    winStreak: 0,
    seats: [],
    ...changes,
  };
}

/** A seat that nobody has, unless a user is named. */
export function seat(index: number, userId: string | null = null, changes: Partial<SeatOccupant> = {}): Seat {
  const freedom = {
    allowOpenMicrophone: true,
    allowOpenCamera: true,
    userSuspendStatus: 'none',
    lostAt: null,
  } as const;
  return { index, isLocked: false, occupant: userId === null ? null : { ...user(userId), ...freedom, ...changes } };
}

/** So many seats, the first ones taken by these users. */
export function seats(count: number, ...userIds: (string | null)[]): readonly Seat[] {
  return Array.from({ length: count }, (_, index) => seat(index, userIds[index] ?? null));
}

/** The live of a host: neither linked nor in battle unless said otherwise. */
export function documentOf(userId: string, changes: Partial<LiveDocument> = {}): LiveDocument {
  return {
    revision: 1,
    live: {
      liveId: `${userId}_live`,
      liveName: userId,
      notice: '',
      coverUrl: '',
      backgroundUrl: '',
      categoryList: [],
      activityStatus: 0,
      isPublicVisible: true,
      isSeatEnabled: true,
      keepOwnerOnSeat: true,
      maxSeatCount: 9,
      seatMode: 'apply',
      seatLayoutTemplate: 600,
      liveOwner: host(userId),
      createdAt: noon,
      endedAt: null,
      endedReason: null,
    },
    metaData: {},
    administrators: [],
    seats: seats(9, userId),
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

/** 60 seconds, and else nothing that need not be. */
export const plainConfig: BattleConfig = {
  duration: 60,
  needResponse: true,
  countdown: 0,
  penalty: 0,
  extraTime: 0,
  multipliers: [],
  teams: null,
  rematchWindow: 0,
  extensionInfo: '',
};

/** A running battle of 60 seconds, the first host being the inviter. */
export function battleOf(userIds: readonly string[], changes: Partial<BattleInfo> = {}): BattleInfo {
  return {
    battleId: 'battle',
    config: plainConfig,
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
    rematchDeclinedBy: null,
    ...changes,
  };
}

export function boardOf(version: number, totals: Record<string, number>, battleId = 'battle'): ScoreBoard {
  return { battleId, version, totals, contributors: {} };
}

export function personalOf(changes: Partial<PersonalDocument> = {}): PersonalDocument {
  return { revision: 1, coHostRequests: [], battleRequests: [], guestRequests: [], seatKicks: [], ...changes };
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

/** A member of the audience who asks for a seat. */
export function application(userId: string, changes: Partial<GuestRequest> = {}): GuestRequest {
  return {
    requestId: `application of ${userId}`,
    kind: 'application',
    guest: user(userId),
    host: null,
    seatIndex: -1,
    extensionInfo: '',
    expiresAt: noon + 30_000,
    status: 'pending',
    settledAt: null,
    ...changes,
  };
}

/** A seat that a host offers; only the id of the guest is known. */
export function seatInvitation(from: string, userId: string, changes: Partial<GuestRequest> = {}): GuestRequest {
  return application(userId, {
    requestId: `invitation of ${userId}`,
    kind: 'invitation',
    guest: { userId, userName: userId, avatarUrl: '' },
    host: user(from),
    ...changes,
  });
}

export function challenge(from: string, to: string, changes: Partial<BattleRequest> = {}): BattleRequest {
  return {
    battleId: 'battle',
    inviter: host(from),
    invitee: host(to),
    config: plainConfig,
    expiresAt: noon + 30_000,
    status: 'pending',
    ...changes,
  };
}

export function participant(userId: string, changes: Partial<Participant> = {}): Participant {
  return { userId, liveId: `${userId}_live`, microphoneStatus: 'off', cameraStatus: 'off', video: null, ...changes };
}
