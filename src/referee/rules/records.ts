import type {
  BattleConfig,
  BattleEndedReason,
  BattlePhase,
  BattleResult,
  CoHostLayoutTemplate,
  CoHostRequest,
  Contributor,
  DeviceType,
  GuestRequest,
  LiveInfo,
  LiveUser,
  PenaltyEndedReason,
  RequestStatus,
  Seat,
  SeatKick,
  SeatOccupant,
} from '../../core/vocabulary.js';
import type { EffectRecord } from './battle/effects/effect-record.js';

/** A live as the referee keeps it. Times are epoch milliseconds. */
export interface LiveRecord {
  info: LiveInfo;
  /** Revision of the public document. It grows with every change of the document, except changes of scores alone. */
  revision: number;
  hostLostAt: number | null;
  /** Whether everybody is shown that the host is missing. */
  isHostMissed: boolean;
  linkId: string | null;
  /** The battle that the live shows: the ongoing one, else the last one. */
  battleId: string | null;
  metaData: Readonly<Record<string, string>>;
  /** User ids. */
  administrators: readonly string[];
  /** Ids of users who were kicked out and may not come back. */
  kicked: readonly string[];
  /** Ordered by index. */
  seats: readonly SeatRecord[];
  /** In the order they were made, settled ones included. */
  guestRequests: readonly GuestRequestRecord[];
  /** The latest kick of each guest, the oldest first. */
  seatKicks: readonly SeatKick[];
  /**
   * Devices that a moderator closed: they stay closed when the guest sits down again. Each device of a guest is there
   * once, at most `limits.closedDevices` in all; the oldest are dropped.
   */
  closedDevices: readonly ClosedDevice[];
  /** When the host challenged others in the last minute. */
  challengedAt: readonly number[];
  tally: BattleTally;
  /** Revision of the personal documents and of the list of kicked users. */
  personalRevision: number;
}

export interface ClosedDevice {
  userId: string;
  device: DeviceType;
}

export interface OccupantRecord extends SeatOccupant {
  /** Whether everybody is shown that the guest is missing. */
  isMissed: boolean;
}

export interface GuestRequestRecord extends GuestRequest {
  /** When the guest lost their connection, epoch milliseconds; null while they are connected, or if it is unknown. */
  guestLostAt: number | null;
}

export interface SeatRecord extends Seat {
  occupant: OccupantRecord | null;
}

/** The counts of a live's battles. A battle counts when it gets its result, or when the host loses by leaving. */
export interface BattleTally {
  battles: number;
  wins: number;
  points: number;
  winStreak: number;
}

export interface LinkedLive {
  liveId: string;
  joinedAt: number;
}

export interface LinkRecord {
  linkId: string;
  layoutTemplate: CoHostLayoutTemplate;
  lives: readonly LinkedLive[];
  /** The link's latest battle, in any phase. */
  battleId: string | null;
}

export interface BattleMember extends LiveUser {
  /** The inviter has accepted from the start. */
  answer: RequestStatus;
  exited: boolean;
}

/** A battle as the referee keeps it. Times are epoch milliseconds. */
export interface BattleRecord {
  battleId: string;
  linkId: string;
  /** Ids of the lives that show the battle: all of the link, also those whose host takes no part. */
  shownIn: readonly string[];
  config: BattleConfig;
  inviter: LiveUser;
  /** The inviter first, then the hosts who were asked. Only those who accepted take part. */
  members: readonly BattleMember[];
  /** `void`: the battle was requested but never ran. */
  phase: 'requested' | 'void' | BattlePhase;
  requestExpiresAt: number;
  /** When running starts; null before the countdown, in the future during it. */
  startedAt: number | null;
  endsAt: number | null;
  extraTimeStartedAt: number | null;
  /** All effects of the battle, in the order applied. */
  effects: readonly EffectRecord[];
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  result: BattleResult | null;
  penaltyEndsAt: number | null;
  penaltyEndedReason: PenaltyEndedReason | null;
  /** Null unless a rematch can be agreed on. */
  rematchEndsAt: number | null;
  /** Ids of users who have agreed to a rematch. */
  rematchUserIds: readonly string[];
  /** Id of the user who declined a rematch; null without one. */
  rematchDeclinedBy: string | null;
  scoreVersion: number;
  /** Points by user id. */
  scores: Readonly<Record<string, number>>;
  /** The top contributors of each host, by the host's user id. */
  contributors: Readonly<Record<string, readonly ContributorRecord[]>>;
}

export interface ContributorRecord extends Contributor {
  /**
   * The battle's `scoreVersion` at which the contributor reached these points. With equal points the earlier is ahead.
   */
  since: number;
}

/** What one contributor has given to one host of a battle. */
export interface ContributionRecord extends ContributorRecord {
  battleId: string;
  hostUserId: string;
}

/** The members who accepted, also those who have left since. */
export function contestants({ members }: Pick<BattleRecord, 'members'>): readonly BattleMember[] {
  return members.filter(({ answer }) => answer === 'accepted');
}

/** Whether a battle goes on: in countdown, running or penalty. */
export function goesOn({ phase }: Pick<BattleRecord, 'phase'>): boolean {
  return phase === 'countdown' || phase === 'running' || phase === 'penalty';
}

/** Whether a battle is requested or goes on. The link can have no other battle meanwhile. */
export function isActive(battle: Pick<BattleRecord, 'phase'>): boolean {
  return battle.phase === 'requested' || goesOn(battle);
}

/** Whether time alone will change a battle. */
export function awaitsTime(battle: Pick<BattleRecord, 'phase' | 'rematchEndsAt'>): boolean {
  return isActive(battle) || battle.rematchEndsAt !== null;
}

/** The records that one command may see and change. */
export interface Slice {
  lives: Readonly<Record<string, LiveRecord>>;
  links: Readonly<Record<string, LinkRecord>>;
  battles: Readonly<Record<string, BattleRecord>>;
  /** Co-host requests by id, in the order they were made. */
  requests: Readonly<Record<string, CoHostRequest>>;
  /** Ids of lives that are here with all linked lives and with every request. */
  wholeLives: ReadonlySet<string>;
  /** Those score events of the command that were counted before, by event id. */
  countedEvents: ReadonlyMap<string, CountedEvent>;
  /**
   * What the contributors in the command have given, by `contributionKey`. When points are taken from a contributor, also
   * what the next ones have given: they may move up.
   */
  contributions: Readonly<Record<string, ContributionRecord>>;
}

/** What is kept of a counted score event; null when a store of an earlier version did not keep it. */
export type CountedEvent = { userId: string; points: number } | { userId: string; total: number } | null;

/** The key of what a user has given to a host of a battle. It is unique, because no user id contains a slash. */
export function contributionKey({
  battleId,
  hostUserId,
  userId,
}: Pick<ContributionRecord, 'battleId' | 'hostUserId' | 'userId'>): string {
  return `${battleId}/${hostUserId}/${userId}`;
}

/** The record with this id, which a client may have made up. "constructor" names no record, but every object has it. */
export function recordOf<T>(records: Readonly<Record<string, T>>, id: string | null): T | undefined {
  return id !== null && Object.hasOwn(records, id) ? records[id] : undefined;
}

export const emptySlice: Slice = {
  lives: {},
  links: {},
  battles: {},
  requests: {},
  wholeLives: new Set(),
  countedEvents: new Map(),
  contributions: {},
};
