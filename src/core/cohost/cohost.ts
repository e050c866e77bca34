import type { BattleConfig } from '../battle/battle.js';
import type { Seat } from '../seat/seat.js';
import type { LiveUser } from '../user.js';

/** How the hosts of a link are laid out; the numbers are AtomicXCore's template ids. */
export const CoHostLayoutTemplate = {
  /**
   * Voice lives: of two six seats each, of more the hosts and whoever speaks. AtomicXCore's guides call it
   * `hostStaticVoice6v6`.
   */
  hostVoiceConnection: 2,
  hostVideoLandscapeFixed2Seats: 400,
  hostDynamicGrid: 600,
  hostDynamic1v6: 601,
  /** Two hosts in a band. AtomicXCore publishes only the number: the name is ours. */
  hostPkDuel: 602,
  /** Up to four hosts against four. AtomicXCore publishes only the number: the name is ours. */
  hostPkTeams: 603,
} as const;
export type CoHostLayoutTemplate = (typeof CoHostLayoutTemplate)[keyof typeof CoHostLayoutTemplate];

/** Whether a link may use it; the templates of a single live's seats are others. */
export function isCoHostLayoutTemplate(value: unknown): value is CoHostLayoutTemplate {
  return Object.values<unknown>(CoHostLayoutTemplate).includes(value);
}

/** The fate of one target of a connection request. */
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

/** An invitation of one host by another; kept for a minute after it was settled, so that nobody misses the answer. */
export interface CoHostRequest {
  requestId: string;
  inviter: LiveUser;
  invitee: LiveUser;
  layoutTemplate: CoHostLayoutTemplate;
  /** Free text of the app, from a stranger. */
  extensionInfo: string;
  /** The battle between the two that acceptance starts; null for co-hosting alone. */
  battle: BattleConfig | null;
  /** Epoch milliseconds. */
  expiresAt: number;
  status: RequestStatus;
  /** Epoch milliseconds; null while pending. */
  settledAt: number | null;
}

/** A host in a link. */
export interface LinkMember extends LiveUser {
  /** Epoch milliseconds. */
  joinedAt: number;
  /** Epoch milliseconds since when the host's connection is gone; null while it is there. */
  lostAt: number | null;
  /** Battles won one after the other in this live, without one lost in between. */
  winStreak: number;
  /**
   * In a link of two voice lives all seats of this one; of more, the taken ones, with shorter names and without long
   * picture URLs. Else empty: a host is all that a video live shows to others.
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
