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

/** A live as the referee keeps it. */
export interface LiveRecord {
  info: LiveInfo;
  /** Of the public document: grows with every change of it but those of the scores. */
  revision: number;
  hostLostAt: number | null;
  /** Whether everybody is shown that the host is missing. */
  isHostMissed: boolean;
  linkId: string | null;
  /** The battle that the live shows: the one that goes on, or the last one. */
  battleId: string | null;
  metaData: Readonly<Record<string, string>>;
  /** User ids. */
  administrators: readonly string[];
  /** Ids of users who may not come back. */
  kicked: readonly string[];
  /** By index. */
  seats: readonly SeatRecord[];
  /** In the order of asking, settled ones included. */
  guestRequests: readonly GuestRequestRecord[];
  /** In their order, the last one of each guest. */
  seatKicks: readonly SeatKick[];
  /** What a moderator closed stays closed when the guest sits down again; the latest of each, the oldest forgotten. */
  closedDevices: readonly ClosedDevice[];
  /** Instants at which the host challenged others; those of the last minute. */
  challengedAt: readonly number[];
  tally: BattleTally;
  /** Of what only some are told: the personal documents of the live, and who may not come back. */
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
  /**
   * Epoch milliseconds since when the guest's connection is gone; null while it is there, or nothing is known of it.
   */
  guestLostAt: number | null;
}

export interface SeatRecord extends Seat {
  occupant: OccupantRecord | null;
}

/** What the battles of a live came to, counted when each gets its result. */
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
  /** The link's latest battle, whatever its phase. */
  battleId: string | null;
}

export interface BattleMember extends LiveUser {
  /** The inviter has accepted from the start. */
  answer: RequestStatus;
  exited: boolean;
}

export interface BattleRecord {
  battleId: string;
  linkId: string;
  /** Lives that show the battle: all of the link, whether or not their host takes part. */
  shownIn: readonly string[];
  config: BattleConfig;
  inviter: LiveUser;
  /** Everybody asked, the inviter first; only those who accepted take part. */
  members: readonly BattleMember[];
  /** `void`: asked for, but never run. */
  phase: 'requested' | 'void' | BattlePhase;
  requestExpiresAt: number;
  /** Of running: known, and still to come, from the countdown on. */
  startedAt: number | null;
  endsAt: number | null;
  extraTimeStartedAt: number | null;
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  result: BattleResult | null;
  penaltyEndsAt: number | null;
  penaltyEndedReason: PenaltyEndedReason | null;
  /** Null unless a rematch can be agreed on. */
  rematchEndsAt: number | null;
  /** Who has agreed to one. */
  rematchUserIds: readonly string[];
  /** Who declined one; null without. */
  rematchDeclinedBy: string | null;
  scoreVersion: number;
  /** Points by user id. */
  scores: Readonly<Record<string, number>>;
  /** The most generous of each host, by the host's user id. */
  contributors: Readonly<Record<string, readonly ContributorRecord[]>>;
}

export interface ContributorRecord extends Contributor {
  /** The battle's `scoreVersion` at which they came to these points: who was earlier is ahead. */
  since: number;
}

/** Those who accepted, whether or not they left since. */
export function contestants({ members }: Pick<BattleRecord, 'members'>): readonly BattleMember[] {
  return members.filter(({ answer }) => answer === 'accepted');
}

/** Seen by everybody in the link, and not over. */
export function goesOn({ phase }: Pick<BattleRecord, 'phase'>): boolean {
  return phase === 'countdown' || phase === 'running' || phase === 'penalty';
}

/** Asked for, or going on: what keeps the link from having another battle. */
export function isActive(battle: Pick<BattleRecord, 'phase'>): boolean {
  return battle.phase === 'requested' || goesOn(battle);
}

/** Time alone will change it. */
export function awaitsTime(battle: Pick<BattleRecord, 'phase' | 'rematchEndsAt'>): boolean {
  return isActive(battle) || battle.rematchEndsAt !== null;
}

/** The part of the world that one command may see and change, and nothing else of it. */
export interface Slice {
  lives: Readonly<Record<string, LiveRecord>>;
  links: Readonly<Record<string, LinkRecord>>;
  battles: Readonly<Record<string, BattleRecord>>;
  /** In the order of asking. */
  requests: Readonly<Record<string, CoHostRequest>>;
  /** Ids of lives that have been loaded with all they are linked to, and of which every request is here. */
  wholeLives: ReadonlySet<string>;
  /** Score events of the command that have been counted before, by their id. */
  countedEvents: ReadonlyMap<string, CountedEvent>;
  /** Points that the givers of the command gave before, by `contributionKey`. */
  contributions: Readonly<Record<string, number>>;
}

/** What a score event was when it counted; null where a store of an earlier version did not keep it. */
export type CountedEvent = { userId: string; points: number } | { userId: string; total: number } | null;

/** No user id holds a slash. */
export function contributionKey({ hostUserId, giverId }: { hostUserId: string; giverId: string }): string {
  return `${hostUserId}/${giverId}`;
}

/** A record by an id that anybody may have made up: "constructor" names no record, though every object has one. */
export function recordOf<T>(records: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
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
