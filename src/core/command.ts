import type { BattleCode, BattleConfig } from './battle/battle.js';
import type { CoHostLayoutTemplate, ConnectionCode } from './cohost/cohost.js';
import type { CreateLiveParams, LiveInfo, LiveInfoChange, LiveStatistics } from './live/live.js';
import type { DeviceControlPolicy, DeviceType, MoveSeatPolicy } from './seat/seat.js';

/** What only the owner of `liveId` may ask. Times are in seconds. */
type OwnerCommand =
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
  | { type: 'end-penalty'; liveId: string; battleId: string }
  | { type: 'request-rematch'; liveId: string; battleId: string }
  | { type: 'cancel-rematch'; liveId: string; battleId: string }
  | { type: 'decline-rematch'; liveId: string; battleId: string }
  | { type: 'set-administrator'; liveId: string; userId: string }
  | { type: 'revoke-administrator'; liveId: string; userId: string };

/** What the owner and the administrators of a live may ask. */
type ModeratorCommand =
  | ({ type: 'update-live'; liveId: string } & LiveInfoChange)
  | { type: 'update-live-metadata'; liveId: string; metaData: Readonly<Record<string, string>> }
  | { type: 'kick-user'; liveId: string; userId: string }
  | { type: 'lock-seat'; liveId: string; seatIndex: number }
  | { type: 'unlock-seat'; liveId: string; seatIndex: number }
  | { type: 'kick-user-out-of-seat'; liveId: string; userId: string }
  | { type: 'open-remote-device'; liveId: string; userId: string; device: DeviceType; policy?: DeviceControlPolicy }
  | { type: 'close-remote-device'; liveId: string; userId: string; device: DeviceType }
  | { type: 'accept-application'; liveId: string; userId: string }
  | { type: 'reject-application'; liveId: string; userId: string }
  | {
      type: 'invite-to-seat';
      liveId: string;
      userId: string;
      seatIndex?: number;
      timeout?: number;
      extensionInfo?: string;
    }
  | { type: 'cancel-invitation'; liveId: string; userId: string };

/** What anybody in a live may ask. */
type GuestCommand =
  | { type: 'take-seat'; liveId: string; seatIndex?: number }
  | { type: 'leave-seat'; liveId: string }
  /** Moderators move anybody, everybody else themselves to a free seat. */
  | { type: 'move-user-to-seat'; liveId: string; userId: string; targetIndex: number; policy?: MoveSeatPolicy }
  | { type: 'apply-for-seat'; liveId: string; seatIndex?: number; timeout?: number; extensionInfo?: string }
  | { type: 'cancel-application'; liveId: string }
  | { type: 'accept-invitation'; liveId: string }
  | { type: 'reject-invitation'; liveId: string };

/** What a user may ask of the referee. */
export type UserCommand = OwnerCommand | ModeratorCommand | GuestCommand;

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

export type UserCommandType = UserCommand['type'];

/** The answer to a command; those that only succeed or fail answer with an empty object. */
export type ReplyTo<T extends UserCommandType> = T extends keyof Replies ? Replies[T] : Record<string, never>;

export type UserCommandOf<T extends UserCommandType> = Extract<UserCommand, { type: T }>;
