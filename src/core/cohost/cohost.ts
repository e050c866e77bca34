import type { BattleConfig } from '../battle/battle.js';
import type { Seat, SuspendStatus } from '../seat/seat.js';
import type { LiveUser } from '../user.js';

/** How the hosts of a link are laid out; the numbers are AtomicXCore's template ids. */
export const CoHostLayoutTemplate = {
  /**
   * For voice lives. Two lives show six seats each; more lives show the hosts and the guests who speak. AtomicXCore's
   * guides call it `hostStaticVoice6v6`.
   */
  hostVoiceConnection: 2,
  hostVideoLandscapeFixed2Seats: 400,
  hostDynamicGrid: 600,
  hostDynamic1v6: 601,
  /** Two hosts in a band. AtomicXCore publishes only the number; the name is ours. */
  hostPkDuel: 602,
  /** Up to four hosts against four. AtomicXCore publishes only the number; the name is ours. */
  hostPkTeams: 603,
} as const;
export type CoHostLayoutTemplate = (typeof CoHostLayoutTemplate)[keyof typeof CoHostLayoutTemplate];

/** Whether `value` is a template of links; a single live has other templates. */
export function isCoHostLayoutTemplate(value: unknown): value is CoHostLayoutTemplate {
  return Object.values<unknown>(CoHostLayoutTemplate).includes(value);
}

/** Result of a connection request for one target. Codes: AtomicXCore. */
export const ConnectionCode = {
  unknown: -1,
  success: 0,
  liveNotExist: 1,
  connecting: 2,
  connectingOtherLive: 3,
  full: 4,
  retry: 5,
} as const;
export type ConnectionCode = (typeof ConnectionCode)[keyof typeof ConnectionCode];

export type CoHostStatus = 'connected' | 'disconnected';

export type RequestStatus = 'pending' | 'accepted' | 'rejected' | 'cancelled' | 'timeout';

/**
 * An invitation from one host to another. It is kept for 60 seconds after it is settled, so that both sides get the
 * answer.
 */
export interface CoHostRequest {
  requestId: string;
  inviter: LiveUser;
  invitee: LiveUser;
  layoutTemplate: CoHostLayoutTemplate;
  /** Free text from a stranger: bind it as text only. */
  extensionInfo: string;
  /** The battle that starts with the acceptance; null for co-hosting alone. */
  battle: BattleConfig | null;
  /** Epoch milliseconds when the invitation times out. */
  expiresAt: number;
  status: RequestStatus;
  /** Epoch milliseconds when it was settled; null while pending. */
  settledAt: number | null;
}

/** A host in a link. */
export interface LinkMember extends LiveUser {
  /** Epoch milliseconds when the live joined the link. */
  joinedAt: number;
  /** Epoch milliseconds since the host's connection is lost; null while connected. */
  lostAt: number | null;
  /** That of the host's seat; `none` for a host without a seat. */
  userSuspendStatus: SuspendStatus;
  /** Battles won in this live since the last one it lost. A draw neither counts nor resets. */
  winStreak: number;
  /**
   * A link of two voice lives: all seats of this live. A link of more: the taken seats, with names cut to 32 UTF-16
   * units and without avatar URLs beyond 200 bytes. A link of video lives: empty, because a video live shows others
   * only its host.
   */
  seats: readonly Seat[];
}

/** Lives whose hosts appear side by side. */
export interface LinkInfo {
  linkId: string;
  layoutTemplate: CoHostLayoutTemplate;
  /** In the order of joining. */
  members: readonly LinkMember[];
}
