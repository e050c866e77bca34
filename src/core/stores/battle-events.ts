import type { BattleEndedReason, BattleInfo, BattleRequest, BattleUser } from '../battle.js';
import type { LiveDocument, PersonalDocument } from '../documents.js';
import type { Emitter } from '../reactivity/emitter.js';
import type { Change } from '../session/live-feed.js';
import type { LiveUser } from '../user.js';

interface BattleRequestEvent {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
}

export interface BattleEvents {
  'battle-started': { battleInfo: BattleInfo; inviter: LiveUser; invitees: readonly BattleUser[] };
  'battle-ended': { battleInfo: BattleInfo; reason: BattleEndedReason };
  'battle-user-joined': { battleId: string; battleUser: BattleUser };
  'battle-user-exited': { battleId: string; battleUser: BattleUser };
  'battle-request-received': BattleRequestEvent;
  'battle-request-cancelled': BattleRequestEvent;
  'battle-request-accepted': BattleRequestEvent;
  'battle-request-rejected': BattleRequestEvent;
  'battle-request-timeout': BattleRequestEvent;
}

/** What happened to the battle between two documents of a live; the first look at a live is not news. */
export function emitBattleChanges(events: Emitter<BattleEvents>, { before, after }: Change<LiveDocument>): void {
  if (!before || !after) return;
  const was = before.battle;
  const is = after.battle;
  if (is && is.battleId !== was?.battleId) emitStart(events, is);
  if (is) emitExits(events, is, was?.battleId === is.battleId ? was.users : is.users);
  const wasRunning = was?.battleId === is?.battleId ? was?.phase === 'running' : is?.phase === 'over';
  if (is?.phase === 'over' && wasRunning) {
    events.emit('battle-ended', { battleInfo: is, reason: is.endedReason ?? 'time-over' });
  }
  if (!is && was?.phase === 'running') emitOwnExit(events, was, before.live.liveId);
}

/** What became of the challenges to and from one host. */
export function emitBattleRequestChanges(
  events: Emitter<BattleEvents>,
  { before, after }: Change<PersonalDocument>,
  ownLiveId: string,
): void {
  const earlier = before?.battleRequests ?? [];
  const later = after?.battleRequests ?? [];
  for (const request of later) {
    if (earlier.find((other) => isSame(other, request))?.status === request.status) continue;
    emitRequestChange(events, request, request.inviter.liveId === ownLiveId, before === null);
  }
  for (const request of earlier) {
    if (request.status !== 'pending' || later.some((other) => isSame(other, request))) continue;
    events.emit('battle-request-cancelled', eventOf(request));
  }
}

function emitStart(events: Emitter<BattleEvents>, battleInfo: BattleInfo): void {
  const { battleId, inviter, users } = battleInfo;
  for (const battleUser of users) events.emit('battle-user-joined', { battleId, battleUser });
  const invitees = users.filter(({ userId }) => userId !== inviter.userId);
  events.emit('battle-started', { battleInfo, inviter, invitees });
}

function emitExits(
  events: Emitter<BattleEvents>,
  { battleId, users }: BattleInfo,
  before: readonly BattleUser[],
): void {
  for (const battleUser of users) {
    const wasIn = before.some(({ userId, exited }) => userId === battleUser.userId && !exited);
    if (battleUser.exited && wasIn) events.emit('battle-user-exited', { battleId, battleUser });
  }
}

/** A live that left the link no longer sees the battle: for it, its own host's exit is the end. */
function emitOwnExit(events: Emitter<BattleEvents>, { battleId, users }: BattleInfo, ownLiveId: string): void {
  const battleUser = users.find(({ liveId }) => liveId === ownLiveId);
  if (battleUser) events.emit('battle-user-exited', { battleId, battleUser: { ...battleUser, exited: true } });
}

function emitRequestChange(
  events: Emitter<BattleEvents>,
  request: BattleRequest,
  isInviter: boolean,
  isFirstLook: boolean,
): void {
  if (request.status === 'pending') {
    if (!isInviter) events.emit('battle-request-received', eventOf(request));
    return;
  }
  if (isFirstLook) return;
  if (request.status === 'cancelled') events.emit('battle-request-cancelled', eventOf(request));
  if (request.status === 'timeout') events.emit('battle-request-timeout', eventOf(request));
  if (request.status === 'accepted' && isInviter) events.emit('battle-request-accepted', eventOf(request));
  if (request.status === 'rejected' && isInviter) events.emit('battle-request-rejected', eventOf(request));
}

function eventOf({ battleId, inviter, invitee }: BattleRequest): BattleRequestEvent {
  return { battleId, inviter, invitee };
}

function isSame(a: BattleRequest, b: BattleRequest): boolean {
  return a.battleId === b.battleId && a.invitee.userId === b.invitee.userId;
}
