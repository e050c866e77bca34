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

/** An arbitrary instant, epoch milliseconds. */
const noon = 1_800_000_000_000;

/** A host; `ann` owns live `ann_live`. */
export function host(userId: string): LiveUser {
  return { userId, userName: userId.toUpperCase(), avatarUrl: '', liveId: `${userId}_live` };
}

/** A user without a live. */
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

/** Somebody on a seat, who may use both devices. */
export function occupant(userId: string, changes: Partial<SeatOccupant> = {}): SeatOccupant {
  const allowed = { allowOpenMicrophone: true, allowOpenCamera: true };
  return { ...user(userId), ...allowed, userSuspendStatus: 'none', lostAt: null, ...changes };
}

/** A seat: taken by the user if one is given, otherwise empty. */
export function seat(index: number, userId: string | null = null, changes: Partial<SeatOccupant> = {}): Seat {
  return { index, isLocked: false, occupant: userId === null ? null : occupant(userId, changes) };
}

/** This many seats; the first ones are taken by these users. */
export function seats(count: number, ...userIds: (string | null)[]): readonly Seat[] {
  return Array.from({ length: count }, (_, index) => seat(index, userIds[index] ?? null));
}

/** The document of a host's live. By default it is neither linked nor in a battle. */
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

/** A link of these hosts with a grid layout. */
export function linkOf(...userIds: string[]): LiveDocument['link'] {
  return { linkId: 'link', layoutTemplate: 600, members: userIds.map((userId) => member(userId)) };
}

/** A battle of 60 seconds with nothing optional. */
export const plainConfig: BattleConfig = {
  duration: 60,
  needResponse: true,
  countdown: 0,
  penalty: 0,
  extraTime: 0,
  multipliers: [],
  teams: null,
  rematchWindow: 0,
  effects: [],
  extensionInfo: '',
};

/** A running battle of 60 seconds. The first host is the inviter. */
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
    effects: [],
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

/** An application: a member of the audience asks for a seat. */
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

/** An invitation to a seat. Only the id of the guest is known. */
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
