import {
  ConnectionCode,
  limits,
  LiveError,
  LiveErrorCode,
  type CheckedCommandOf,
  type CoHostRequest,
  type RequestHostConnectionReply,
  type RequestStatus,
} from '../../../core/vocabulary.js';
import { agreedBattleConfig } from '../battle/battle-config.js';
import { beginAgreedBattle } from '../battle/battle-request-rules.js';
import { isBusyWithGuests } from '../guest/busy.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { link } from './link-rules.js';
import { templateFor } from './link-layout.js';
import { findPending, noRoom, obstacleTo, type Obstacle } from './obstacle.js';

/** How long a settled request is shown, milliseconds. A host who was away still learns the answer. */
export const settledRequestMs = 60_000;

/**
 * Invites every target that can be invited. The reply has a code for each. Targets beyond `limits.linkedLives` get
 * `full`.
 * @throws LiveError `invalidParameter`; `requestConflict` in a live with guests. When no target can be invited, the
 * error of the first one.
 */
export function requestConnection(
  turn: Turn,
  inviter: LiveRecord,
  command: CheckedCommandOf<'request-host-connection'>,
): RequestHostConnectionReply {
  const targets = [...new Set(command.targetLiveIds)];
  const layoutTemplate = templateFor(turn, inviter, command.layoutTemplate);
  const expiresAt = turn.now + command.timeout * 1000;
  const { extensionInfo } = command;
  const battle = command.battle ? agreedBattleConfig(command.battle, turn.settings) : null;
  if (isBusyWithGuests(inviter)) {
    throw new LiveError(LiveErrorCode.requestConflict, 'a live with guests has no room for other hosts');
  }

  const results = new Map<string, ConnectionCode>();
  let firstObstacle: Obstacle | null = null;
  for (const [index, liveId] of targets.entries()) {
    const isBeyond = index >= limits.linkedLives;
    const obstacle = isBeyond ? noRoom : obstacleTo(turn, inviter, liveId, layoutTemplate);
    firstObstacle ??= obstacle;
    results.set(liveId, obstacle?.code ?? ConnectionCode.success);
    if (obstacle) continue;
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
  if (firstObstacle && ![...results.values()].includes(ConnectionCode.success)) {
    throw new LiveError(firstObstacle.error, firstObstacle.message);
  }
  return { results: Object.fromEntries(results) };
}

/**
 * Accepts an invitation: links the two lives and begins the battle that is part of the invitation.
 * @throws LiveError `requestNotFound` when the invitation is settled already, and those of `link`.
 */
export function acceptConnection(turn: Turn, invitee: LiveRecord, fromLiveId: string): void {
  const request = pendingRequest(turn, fromLiveId, invitee.info.liveId);
  const inviter = turn.live(fromLiveId);
  link(turn, inviter, turn.live(invitee.info.liveId), request.layoutTemplate);
  settle(turn, request, 'accepted');
  cancelRequestsWithin(turn, invitee.info.liveId);
  if (request.battle) beginAgreedBattle(turn, inviter.info.liveId, invitee.info.liveId, request.battle);
}

/** Settles a pending invitation. @throws LiveError `requestNotFound`. */
export function settleConnection(turn: Turn, fromLiveId: string, toLiveId: string, status: RequestStatus): void {
  settle(turn, pendingRequest(turn, fromLiveId, toLiveId), status);
}

function settle(turn: Turn, { requestId }: CoHostRequest, status: RequestStatus): void {
  turn.emit({ type: 'cohost-request-settled', requestId, status });
}

/** Cancels pending invitations between lives that are in the same link now. */
export function cancelRequestsWithin(turn: Turn, liveId: string): void {
  const joined = turn.linkOf(turn.live(liveId));
  const isIn = (id: string): boolean => joined?.lives.some((seat) => seat.liveId === id) ?? false;
  for (const request of Object.values(turn.slice.requests)) {
    if (request.status !== 'pending' || !isIn(request.inviter.liveId) || !isIn(request.invitee.liveId)) continue;
    settle(turn, request, 'cancelled');
  }
}

function pendingRequest(turn: Turn, fromLiveId: string, toLiveId: string): CoHostRequest {
  const request = findPending(turn, fromLiveId, toLiveId);
  if (request) return request;
  throw new LiveError(LiveErrorCode.requestNotFound, `no invitation from "${fromLiveId}" to "${toLiveId}" is pending`);
}
