import type {
  BattleEndedReason,
  BattleInfo,
  BattlePhase,
  BattleRequest,
  BattleUser,
  PenaltyEndedReason,
  Rematch,
} from '../../battle/battle.js';
import type { LiveDocument, PersonalDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { LiveUser } from '../../user.js';

interface BattleRequestEvent {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
}

export interface BattleEvents {
  /** It runs: after the countdown, if it has one. */
  'battle-started': { battleInfo: BattleInfo; inviter: LiveUser; invitees: readonly BattleUser[] };
  /** It has stopped running and has its result; a penalty may follow. No result where the next one began unheard. */
  'battle-ended': { battleInfo: BattleInfo; reason: BattleEndedReason };
  /** Nobody was ahead at the end: it goes on, once. */
  'extra-time-started': { battleInfo: BattleInfo };
  'penalty-started': { battleInfo: BattleInfo };
  'penalty-ended': { battleInfo: BattleInfo; reason: PenaltyEndedReason };
  /** A host has agreed to another battle like this one. */
  'rematch-requested': { battleId: string; battleUser: BattleUser };
  /** They have taken it back, or left. */
  'rematch-cancelled': { battleId: string; battleUser: BattleUser };
  /** One who would have had to agree has declined; `rematch-closed` follows. */
  'rematch-declined': { battleId: string; battleUser: BattleUser };
  /** It was declined, or the time for it is over, or too few are left, or another battle was asked for. A rematch itself begins as a battle. */
  'rematch-closed': { battleInfo: BattleInfo };
  'battle-user-joined': { battleId: string; battleUser: BattleUser };
  'battle-user-exited': { battleId: string; battleUser: BattleUser };
  'battle-request-received': BattleRequestEvent;
  'battle-request-cancelled': BattleRequestEvent;
  'battle-request-accepted': BattleRequestEvent;
  'battle-request-rejected': BattleRequestEvent;
  'battle-request-timeout': BattleRequestEvent;
}

const order: readonly BattlePhase[] = ['countdown', 'running', 'penalty', 'over'];

/** What happened to the battle between two documents of a live; the first look at a live is not news. */
export function emitBattleChanges(events: Emitter<BattleEvents>, { before, after }: Change<LiveDocument>): void {
  if (!before || !after) return;
  const was = before.battle;
  const is = after.battle;
  if (is && was && was.battleId !== is.battleId) emitReplaced(events, was, is);
  if (is) emitProgress(events, is, was?.battleId === is.battleId ? was : null);
  // A countdown that vanishes while the link stays was called off; nobody in particular has left.
  const isOut = was?.phase === 'running' || (was?.phase === 'countdown' && before.link !== null && after.link === null);
  if (!is && was && isOut) emitOwnExit(events, was, before.live.liveId);
}

/** Every phase that was entered since the last look is told, also when several went by. */
function emitProgress(events: Emitter<BattleEvents>, is: BattleInfo, was: BattleInfo | null): void {
  const hasReached = (phase: BattlePhase): boolean =>
    order.indexOf(is.phase) >= order.indexOf(phase) && (!was || order.indexOf(was.phase) < order.indexOf(phase));
  const { battleId, users } = is;
  if (!was) for (const battleUser of users) events.emit('battle-user-joined', { battleId, battleUser });
  if (hasReached('running')) emitStart(events, is);
  if (is.extraTimeStartedAt !== null && !was?.extraTimeStartedAt) events.emit('extra-time-started', { battleInfo: is });
  emitExits(events, is, (was ?? is).users);
  if (hasReached('penalty')) {
    events.emit('battle-ended', { battleInfo: is, reason: is.endedReason ?? 'time-over' });
    if (is.penaltyEndsAt !== null) events.emit('penalty-started', { battleInfo: is });
  }
  if (hasReached('over') && is.penaltyEndedReason !== null) {
    events.emit('penalty-ended', { battleInfo: is, reason: is.penaltyEndedReason });
  }
  emitRematch(events, is, was?.rematch ?? null);
}

/** Its end was not seen: a rematch that was agreed on in the penalty takes its place at once, another one unheard. */
function emitReplaced(events: Emitter<BattleEvents>, was: BattleInfo, next: BattleInfo): void {
  const begunAt = next.startedAt - next.config.countdown * 1000;
  const over: BattleInfo = { ...was, phase: 'over', rematch: null };
  if (was.phase === 'running') {
    // What the result was, nobody tells any more.
    const reason = begunAt < was.endsAt ? 'all-member-exit' : 'time-over';
    events.emit('battle-ended', { battleInfo: { ...over, endedReason: reason }, reason });
  }
  if (was.phase === 'penalty' && was.penaltyEndsAt !== null) {
    const reason = begunAt < was.penaltyEndsAt ? 'cut-short' : 'time-over';
    events.emit('penalty-ended', { battleInfo: { ...over, penaltyEndedReason: reason }, reason });
  }
}

function emitRematch(events: Emitter<BattleEvents>, battleInfo: BattleInfo, was: Rematch | null): void {
  const { battleId, users, rematch: is, rematchDeclinedBy } = battleInfo;
  if (was && !is) {
    const battleUser = users.find(({ userId }) => userId === rematchDeclinedBy);
    if (battleUser) events.emit('rematch-declined', { battleId, battleUser });
    events.emit('rematch-closed', { battleInfo });
  }
  if (!is) return;
  const agreed = was?.userIds ?? [];
  for (const battleUser of users) {
    const [before, now] = [agreed.includes(battleUser.userId), is.userIds.includes(battleUser.userId)];
    if (now && !before) events.emit('rematch-requested', { battleId, battleUser });
    if (before && !now) events.emit('rematch-cancelled', { battleId, battleUser });
  }
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
    const known = earlier.find((other) => isSame(other, request));
    if (known?.status === request.status) continue;
    // A rematch, and a battle for which nobody is asked, were never a challenge.
    if (request.status === 'accepted' && !known) continue;
    emitRequestChange(events, request, request.inviter.liveId === ownLiveId, before === null);
  }
  for (const request of earlier) {
    if (request.status !== 'pending' || later.some((other) => isSame(other, request))) continue;
    events.emit('battle-request-cancelled', eventOf(request));
  }
}

function emitStart(events: Emitter<BattleEvents>, battleInfo: BattleInfo): void {
  const { inviter, users } = battleInfo;
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
