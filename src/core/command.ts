import type { BattleCode, BattleConfig } from './battle.js';
import type { CoHostLayoutTemplate, ConnectionCode } from './cohost.js';
import type { CreateLiveParams, LiveInfo, LiveStatistics } from './live.js';

/** What a host may ask of the referee; `liveId` is always the host's own live. Times are in seconds. */
export type HostCommand =
  | ({ type: 'create-live' } & CreateLiveParams)
  | { type: 'end-live'; liveId: string }
  | {
      type: 'request-host-connection';
      liveId: string;
      targetLiveIds: readonly string[];
      layoutTemplate?: CoHostLayoutTemplate;
      timeout?: number;
      extensionInfo?: string;
      /** Whoever accepts has accepted this battle too: it starts with the connection. */
      battle?: Partial<BattleConfig>;
    }
  | { type: 'cancel-host-connection'; liveId: string; toLiveId: string }
  | { type: 'accept-host-connection'; liveId: string; fromLiveId: string }
  | { type: 'reject-host-connection'; liveId: string; fromLiveId: string }
  | { type: 'exit-host-connection'; liveId: string }
  | {
      type: 'request-battle';
      liveId: string;
      userIds: readonly string[];
      config?: Partial<BattleConfig>;
      timeout?: number;
    }
  | { type: 'cancel-battle-request'; liveId: string; battleId: string; userIds?: readonly string[] }
  | { type: 'accept-battle'; liveId: string; battleId: string }
  | { type: 'reject-battle'; liveId: string; battleId: string }
  | { type: 'exit-battle'; liveId: string; battleId: string }
  | { type: 'end-penalty'; liveId: string; battleId: string };

export interface RequestHostConnectionReply {
  results: Readonly<Record<string, ConnectionCode>>;
}

export interface RequestBattleReply {
  battleId: string;
  results: Readonly<Record<string, BattleCode>>;
}

interface Replies {
  'create-live': LiveInfo;
  'end-live': LiveStatistics;
  'request-host-connection': RequestHostConnectionReply;
  'request-battle': RequestBattleReply;
}

export type HostCommandType = HostCommand['type'];

/** The answer to a command; those that only succeed or fail answer with an empty object. */
export type ReplyTo<T extends HostCommandType> = T extends keyof Replies ? Replies[T] : Record<string, never>;

export type HostCommandOf<T extends HostCommandType> = Extract<HostCommand, { type: T }>;
