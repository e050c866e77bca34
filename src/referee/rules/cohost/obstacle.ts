import {
  ConnectionCode,
  limits,
  LiveErrorCode,
  type CoHostLayoutTemplate,
  type CoHostRequest,
} from '../../../core/vocabulary.js';
import { isBusyWithGuests } from '../guest/busy.js';
import { recordOf, type LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { isVoice } from './link-layout.js';
import { isFull, shareHost, sharePeople } from './link-rules.js';

/** Why a live cannot be invited. */
export interface Obstacle {
  /** The code of this live in the reply. */
  code: ConnectionCode;
  /** The error of the whole call, when no live can be invited. */
  error: LiveErrorCode;
  message: string;
}

/** Most invitations from one user that a live keeps, settled ones included. More would fill its host's document. */
const keptPerUser = 10;

/** Why a live cannot be invited; null when it can. */
export function obstacleTo(
  turn: Turn,
  inviter: LiveRecord,
  liveId: string,
  layoutTemplate: CoHostLayoutTemplate,
): Obstacle | null {
  const target = recordOf(turn.slice.lives, liveId);
  if (!target || target.info.endedAt !== null) {
    return because('liveNotExist', 'liveNotFound', 'the live does not exist or has ended');
  }
  const own = turn.linkOf(inviter);
  const other = turn.linkOf(target);
  if (liveId === inviter.info.liveId) return withThemselves;
  if (isVoice(inviter) !== isVoice(target)) {
    return because('unknown', 'invalidParameter', 'a voice live and a video live cannot be connected');
  }
  if (own && own === other) return connecting;
  if (own && other) return because('connectingOtherLive', 'connectedElsewhere', 'the live is connected with others');
  if (shareHost(turn, inviter, target)) return withThemselves;
  if (target.kicked.includes(inviter.info.liveOwner.userId)) {
    return because('unknown', 'noPermission', 'the inviter was put out of the live');
  }
  if (findPending(turn, inviter.info.liveId, liveId) ?? findPending(turn, liveId, inviter.info.liveId)) {
    return connecting;
  }
  return (
    tooOften(turn, inviter, liveId) ??
    // Guests come and go, so the inviter may retry.
    (isBusyWithGuests(target) || sharePeople(turn, inviter, target) ? busy : null) ??
    (isFull(own ?? other, other?.layoutTemplate ?? layoutTemplate) ? noRoom : null)
  );
}

/** Whether the live keeps too many invitations: those from all lives of this user, or all together. */
function tooOften(turn: Turn, { info: { liveOwner } }: LiveRecord, toLiveId: string): Obstacle | null {
  const asked = Object.values(turn.slice.requests).filter(({ invitee }) => invitee.liveId === toLiveId);
  const byUser = asked.filter(({ inviter }) => inviter.userId === liveOwner.userId);
  if (byUser.length >= keptPerUser) {
    return because('retry', 'connectionTooFrequent', 'this user has asked the live too often');
  }
  return asked.length < limits.hostRequests
    ? null
    : because('retry', 'tooFrequent', 'the live has been asked too often');
}

export function findPending(turn: Turn, fromLiveId: string, toLiveId: string): CoHostRequest | undefined {
  return Object.values(turn.slice.requests).find(
    ({ status, inviter, invitee }) =>
      status === 'pending' && inviter.liveId === fromLiveId && invitee.liveId === toLiveId,
  );
}

function because(code: keyof typeof ConnectionCode, error: keyof typeof LiveErrorCode, message: string): Obstacle {
  return { code: ConnectionCode[code], error: LiveErrorCode[error], message };
}

const connecting = because('connecting', 'connectionRequestPending', 'connected, or an invitation is pending already');
const withThemselves = because('unknown', 'invalidParameter', 'a host cannot connect with themselves');
const busy = because('retry', 'requestConflict', 'the live is busy with guests at present');
export const noRoom = because('full', 'linkFull', 'the connection is full');
