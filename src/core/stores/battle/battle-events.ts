import type {
  BattleEndedReason,
  BattleInfo,
  BattlePhase,
  BattleUser,
  PenaltyEndedReason,
  Rematch,
} from '../../battle/battle.js';
import type { BattleEffect, TargetEffect } from '../../battle/effects.js';
import type { LiveDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { LiveUser, User } from '../../user.js';
import { emitEffects } from './effect-events.js';
import type { ToldBattles } from './told-battles.js';

export interface BattleRequestEvent {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
}

export interface BattleEvents {
  /** The battle begins to run: at once, or after its countdown. */
  'battle-started': { battleInfo: BattleInfo; inviter: LiveUser; invitees: readonly BattleUser[] };
  /**
   * The battle stops running and has its result; a penalty may follow. The result is null when the page missed the end
   * and the next battle is there already.
   */
  'battle-ended': { battleInfo: BattleInfo; reason: BattleEndedReason };
  /** The battle is a draw at its end and goes on for the extra time, once. */
  'extra-time-started': { battleInfo: BattleInfo };
  /**
   * The app's backend applied an effect. `battleInfo.effects` and `endsAt` show it already. A page that meets a running
   * battle is told so of all effects that it shows.
   */
  'effect-applied': { battleInfo: BattleInfo; effect: BattleEffect };
  /** The hosts reached the target together: all points count several times until `effect.to`. */
  'target-reached': { battleInfo: BattleInfo; effect: TargetEffect };
  /**
   * An effect is over while the battle runs on. A target whose `from` is null was missed, or the page was offline while
   * it was reached. The end of the battle ends all effects without this event.
   */
  'effect-ended': { battleInfo: BattleInfo; effect: BattleEffect };
  /** A large gift, as it counted: of the gifts of one score update the five largest are told. */
  'score-highlighted': { battleId: string; battleUser: BattleUser; contributor: User; points: number };
  'penalty-started': { battleInfo: BattleInfo };
  'penalty-ended': { battleInfo: BattleInfo; reason: PenaltyEndedReason };
  /** A host agrees to another battle like this one. */
  'rematch-requested': { battleId: string; battleUser: BattleUser };
  /** The host takes the agreement back, or leaves the battle or the link. */
  'rematch-cancelled': { battleId: string; battleUser: BattleUser };
  /** A host declines the rematch; `rematch-closed` follows. */
  'rematch-declined': { battleId: string; battleUser: BattleUser };
  /**
   * No rematch is possible any more: a host declined, the window is over, fewer than two sides are left, or another
   * battle was requested. A rematch that begins is told as a new battle, without this event.
   */
  'rematch-closed': { battleInfo: BattleInfo };
  /**
   * A host takes part. The inviter and the challenged hosts hear it when the host accepts, everybody else when the
   * battle begins.
   */
  'battle-user-joined': { battleId: string; battleUser: BattleUser };
  /** A host takes part no more. Before the battle begins: the host's acceptance was withdrawn. */
  'battle-user-exited': { battleId: string; battleUser: BattleUser };
  'battle-request-received': BattleRequestEvent;
  'battle-request-cancelled': BattleRequestEvent;
  'battle-request-accepted': BattleRequestEvent;
  'battle-request-rejected': BattleRequestEvent;
  'battle-request-timeout': BattleRequestEvent;
}

const order: readonly BattlePhase[] = ['countdown', 'running', 'penalty', 'over'];

/** Tells how the shown battle went on or ended. The first document of a live is state, not news. */
export function emitBattleEnds(
  events: Emitter<BattleEvents>,
  { before, after }: Change<LiveDocument>,
  told: ToldBattles,
): void {
  if (!before || !after) return;
  const was = before.battle;
  const is = after.battle;
  if (!was) return;
  if (is?.battleId === was.battleId) emitProgress(events, is, was);
  else if (is) emitReplaced(events, was, is);
  // A countdown that disappears while the link stays was called off: no host has left.
  const isOut = was.phase === 'running' || (was.phase === 'countdown' && before.link !== null && after.link === null);
  if (!is && isOut) emitOwnExit(events, was, before.live.liveId, told);
}

/**
 * Tells a battle that appears. A host who comes back to the link hears only what they have not heard before. A battle
 * that is over tells nothing.
 */
export function emitBattleBegins(
  events: Emitter<BattleEvents>,
  { before, after }: Change<LiveDocument>,
  told: ToldBattles,
): void {
  const is = after?.battle;
  if (!is) return;
  if (before && before.battle?.battleId !== is.battleId) emitArrival(events, is, told);
  told.note(is);
}

/** Tells every phase entered since the last document, also when several passed at once. */
function emitProgress(events: Emitter<BattleEvents>, is: BattleInfo, was: BattleInfo): void {
  const hasReached = (phase: BattlePhase): boolean =>
    order.indexOf(is.phase) >= order.indexOf(phase) && order.indexOf(was.phase) < order.indexOf(phase);
  if (hasReached('running')) emitStart(events, is);
  if (is.extraTimeStartedAt !== null && was.extraTimeStartedAt === null) {
    events.emit('extra-time-started', { battleInfo: is });
  }
  if (is.phase === 'running') emitEffects(events, is, was.effects);
  emitExits(events, is, was.users);
  if (hasReached('penalty')) {
    events.emit('battle-ended', { battleInfo: is, reason: is.endedReason ?? 'time-over' });
    if (is.penaltyEndsAt !== null) events.emit('penalty-started', { battleInfo: is });
  }
  if (hasReached('over') && is.penaltyEndedReason !== null) {
    events.emit('penalty-ended', { battleInfo: is, reason: is.penaltyEndedReason });
  }
  emitRematch(events, is, was.rematch);
}

/** Tells only the current phase of a battle that appears, and its effects: earlier phases are state, not news. */
function emitArrival(events: Emitter<BattleEvents>, is: BattleInfo, told: ToldBattles): void {
  if (is.phase === 'over') return;
  const { joined, last } = told.of(is.battleId);
  if (is.phase === 'penalty') {
    if (last?.phase !== 'penalty') events.emit('penalty-started', { battleInfo: is });
  } else {
    emitBattleJoins(events, is.battleId, is.users, joined);
  }
  if (is.phase === 'running') {
    if (last?.phase !== 'running') emitStart(events, is);
    const isExtraTold = last !== null && last.extraTimeStartedAt !== null;
    if (is.extraTimeStartedAt !== null && !isExtraTold) events.emit('extra-time-started', { battleInfo: is });
    emitEffects(events, is, last?.effects ?? []);
  }
  if (last) emitExits(events, is, last.users);
}

/** Tells each host once: some were told when they accepted. */
export function emitBattleJoins(
  events: Emitter<BattleEvents>,
  battleId: string,
  users: readonly BattleUser[],
  joined: Set<string>,
): void {
  for (const battleUser of users) {
    if (joined.has(battleUser.userId)) continue;
    joined.add(battleUser.userId);
    events.emit('battle-user-joined', { battleId, battleUser });
  }
}

/**
 * Tells the end of a battle that another one has replaced. A rematch agreed on in the penalty replaces it at once. Any
 * other battle began while the page was offline.
 */
function emitReplaced(events: Emitter<BattleEvents>, was: BattleInfo, next: BattleInfo): void {
  const begunAt = next.startedAt - next.config.countdown * 1000;
  const over: BattleInfo = { ...was, phase: 'over', rematch: null };
  if (was.phase === 'running') {
    // The document holds only the latest battle, so this result is lost.
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

/** Tells the exit of the own host. A live that left the link no longer sees the battle: this is its end here. */
function emitOwnExit(events: Emitter<BattleEvents>, was: BattleInfo, ownLiveId: string, told: ToldBattles): void {
  const own = was.users.find(({ liveId, exited }) => liveId === ownLiveId && !exited);
  if (!own) return;
  const battleUser = { ...own, exited: true };
  told.note({ ...was, users: was.users.map((user) => (user === own ? battleUser : user)) });
  events.emit('battle-user-exited', { battleId: was.battleId, battleUser });
}
