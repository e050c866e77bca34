import {
  CoHostLayoutTemplate,
  ConnectionCode,
  isCoHostLayoutTemplate,
  isVoiceTemplate,
  limits,
  LiveError,
  LiveErrorCode,
  type CoHostRequest,
  type UserCommandOf,
  type RequestHostConnectionReply,
  type RequestStatus,
} from '../../../core/vocabulary.js';
import { agreedBattleConfig } from '../battle/battle-config.js';
import { beginAgreedBattle } from '../battle/battle-request-rules.js';
import { isBusyWithGuests } from '../guest/busy.js';
import { isFull, link, shareHost, sharePeople } from './link-rules.js';
import { recordOf, type LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { invalid, list, text, timeoutMs } from '../validate.js';

/** How long a settled request is shown, so that a host who was away still learns the answer. */
export const settledRequestMs = 60_000;

/** Invitations from one live to another that are kept: nobody may fill another host's document by asking over and over. */
const keptPerPair = 10;

/** What the caller is told when no target at all could be invited. */
const refusals: Partial<Record<ConnectionCode, [LiveErrorCode, string]>> = {
  [ConnectionCode.liveNotExist]: [LiveErrorCode.liveNotFound, 'the live does not exist or has ended'],
  [ConnectionCode.connecting]: [
    LiveErrorCode.connectionRequestPending,
    'connected, or an invitation is pending already',
  ],
  [ConnectionCode.connectingOtherLive]: [LiveErrorCode.connectedElsewhere, 'the live is connected with others'],
  [ConnectionCode.full]: [LiveErrorCode.linkFull, 'the connection is full'],
  [ConnectionCode.retry]: [LiveErrorCode.requestConflict, 'the live is busy with guests at present'],
};

export function requestConnection(
  turn: Turn,
  inviter: LiveRecord,
  command: UserCommandOf<'request-host-connection'>,
): RequestHostConnectionReply {
  list('targetLiveIds', command.targetLiveIds, 1, limits.linkedLives);
  const targets = [...new Set(command.targetLiveIds)];
  const layoutTemplate = connectionTemplate(turn, inviter, command.layoutTemplate);
  const expiresAt = turn.now + timeoutMs(command.timeout);
  const extensionInfo = text('extensionInfo', command.extensionInfo, limits.extensionInfoLength);
  const battle = command.battle ? agreedBattleConfig(command.battle) : null;
  if (isBusyWithGuests(inviter)) {
    throw new LiveError(LiveErrorCode.requestConflict, 'a live with guests has no room for other hosts');
  }

  const results = new Map<string, ConnectionCode>();
  for (const [index, liveId] of targets.entries()) {
    const code = connectionCode(turn, inviter, liveId, layoutTemplate);
    results.set(liveId, code);
    if (code !== ConnectionCode.success) continue;
    const request: CoHostRequest = {
      requestId: `${turn.commandId}.${index}`,
      inviter: inviter.info.liveOwner,
      invitee: turn.live(liveId).info.liveOwner,
      layoutTemplate,
      extensionInfo,
      battle,
      expiresAt,
      status: 'pending',
      settledAt: null,
    };
    turn.emit({ type: 'cohost-requested', request });
  }
  if (![...results.values()].includes(ConnectionCode.success)) refuse(turn, inviter, results);
  return { results: Object.fromEntries(results) };
}

/** Links, and starts the battle that was part of the invitation. @throws LiveError `requestNotFound` when it was settled before, and those of `link`. */
export function acceptConnection(turn: Turn, invitee: LiveRecord, fromLiveId: string): void {
  const request = pendingRequest(turn, fromLiveId, invitee.info.liveId);
  const inviter = turn.live(fromLiveId);
  link(turn, inviter, turn.live(invitee.info.liveId), request.layoutTemplate);
  settle(turn, request, 'accepted');
  cancelRequestsWithin(turn, invitee.info.liveId);
  if (request.battle) beginAgreedBattle(turn, inviter.info.liveId, invitee.info.liveId, request.battle);
}

/** @throws LiveError `requestNotFound`. */
export function settleConnection(turn: Turn, fromLiveId: string, toLiveId: string, status: RequestStatus): void {
  settle(turn, pendingRequest(turn, fromLiveId, toLiveId), status);
}

/** Unless one is named, that of the link, or the usual one for voice or video. */
export function connectionTemplate(
  turn: Turn,
  inviter: LiveRecord,
  named: CoHostLayoutTemplate | undefined,
): CoHostLayoutTemplate {
  const { hostVoiceConnection, hostDynamicGrid } = CoHostLayoutTemplate;
  const usual = isVoice(inviter) ? hostVoiceConnection : hostDynamicGrid;
  const template = named ?? turn.linkOf(inviter)?.layoutTemplate ?? usual;
  if (!isCoHostLayoutTemplate(template)) invalid('layoutTemplate is unknown');
  if (isVoice(inviter) !== (template === hostVoiceConnection)) invalid('layoutTemplate is not for lives of this kind');
  return template;
}

export function isVoice({ info }: LiveRecord): boolean {
  return isVoiceTemplate(info.seatLayoutTemplate);
}

function connectionCode(
  turn: Turn,
  inviter: LiveRecord,
  liveId: string,
  layoutTemplate: CoHostLayoutTemplate,
): ConnectionCode {
  const target = recordOf(turn.slice.lives, liveId);
  if (!target || target.info.endedAt !== null) return ConnectionCode.liveNotExist;
  if (isVoice(inviter) !== isVoice(target)) invalid('a voice live and a video live cannot be connected');
  const own = turn.linkOf(inviter);
  const other = turn.linkOf(target);
  if (own && other) return own === other ? ConnectionCode.connecting : ConnectionCode.connectingOtherLive;
  if (shareHost(turn, inviter, target)) invalid('a host cannot connect with themselves');
  if (findPending(turn, inviter.info.liveId, liveId) ?? findPending(turn, liveId, inviter.info.liveId)) {
    return ConnectionCode.connecting;
  }
  if (isAskedTooOften(turn, inviter.info.liveId, liveId)) return ConnectionCode.retry;
  // Guests come and go: a moment later it may be possible.
  if (isBusyWithGuests(target) || sharePeople(turn, inviter, target)) return ConnectionCode.retry;
  return isFull(own ?? other, other?.layoutTemplate ?? layoutTemplate) ? ConnectionCode.full : ConnectionCode.success;
}

/** As the first target was refused. */
function refuse(turn: Turn, inviter: LiveRecord, results: ReadonlyMap<string, ConnectionCode>): never {
  const [[liveId, code] = ['', ConnectionCode.unknown] as const] = results;
  if (code === ConnectionCode.retry && isAskedTooOften(turn, inviter.info.liveId, liveId)) {
    throw new LiveError(LiveErrorCode.tooFrequent, 'the live has been asked too often');
  }
  const [errorCode, message] = refusals[code] ?? [LiveErrorCode.internal, 'the invitation failed'];
  throw new LiveError(errorCode, message);
}

function settle(turn: Turn, { requestId }: CoHostRequest, status: RequestStatus): void {
  turn.emit({ type: 'cohost-request-settled', requestId, status });
}

/** Lives that are side by side now have nothing left to ask each other. */
export function cancelRequestsWithin(turn: Turn, liveId: string): void {
  const joined = turn.linkOf(turn.live(liveId));
  const isIn = (id: string): boolean => joined?.lives.some((seat) => seat.liveId === id) ?? false;
  for (const request of Object.values(turn.slice.requests)) {
    if (request.status !== 'pending' || !isIn(request.inviter.liveId) || !isIn(request.invitee.liveId)) continue;
    settle(turn, request, 'cancelled');
  }
}

/** By this live, or by everybody. */
function isAskedTooOften(turn: Turn, fromLiveId: string, toLiveId: string): boolean {
  const asked = Object.values(turn.slice.requests).filter(({ invitee }) => invitee.liveId === toLiveId);
  const own = asked.filter(({ inviter }) => inviter.liveId === fromLiveId);
  return own.length >= keptPerPair || asked.length >= limits.hostRequests;
}

function findPending(turn: Turn, fromLiveId: string, toLiveId: string): CoHostRequest | undefined {
  return Object.values(turn.slice.requests).find(
    ({ status, inviter, invitee }) =>
      status === 'pending' && inviter.liveId === fromLiveId && invitee.liveId === toLiveId,
  );
}

function pendingRequest(turn: Turn, fromLiveId: string, toLiveId: string): CoHostRequest {
  const request = findPending(turn, fromLiveId, toLiveId);
  if (request) return request;
  throw new LiveError(LiveErrorCode.requestNotFound, `no invitation from "${fromLiveId}" to "${toLiveId}" is pending`);
}
