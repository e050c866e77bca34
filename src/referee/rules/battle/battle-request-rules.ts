import {
  BattleCode,
  LiveError,
  LiveErrorCode,
  sideCount,
  type BattleConfig,
  type CheckedCommandOf,
  type LiveUser,
  type RequestBattleReply,
  type RequestStatus,
} from '../../../core/vocabulary.js';
import { battleConfig, checkTeams } from './battle-config.js';
import { countChallenge } from './challenge-limit.js';
import { findBattle, isHostThere } from './battle-lookup.js';
import { beginBattle } from './battle-run-rules.js';
import {
  contestants,
  goesOn,
  recordOf,
  type BattleRecord,
  type BattleMember,
  type LinkRecord,
  type LiveRecord,
} from '../records.js';
import { closeRematch } from './rematch-window.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';

/** @throws LiveError `requestNotFound` outside a link, `battleTooFrequent`, `alreadyInBattle`, `battleRequestPending`, `noValidOpponent`. */
export function requestBattle(
  turn: Turn,
  inviter: LiveRecord,
  command: CheckedCommandOf<'request-battle'>,
): RequestBattleReply {
  const config = battleConfig(command.config, turn.settings);
  const link = linkWithoutBattle(turn, inviter);
  countChallenge(turn, inviter);
  // Seeds: "If needResponse is false, set timeout to 0".
  if (command.timeout === 0 && config.needResponse) invalid('timeout must be at least 1 where somebody is asked');
  const requestExpiresAt = turn.now + command.timeout * 1000;
  const asked = [...new Set(command.userIds)];
  if (asked.includes(inviter.info.liveOwner.userId)) invalid('a host cannot challenge themselves');
  checkTeams(config, [inviter.info.liveOwner.userId, ...asked]);
  const isAgreed = !config.needResponse;
  const hosts = hostsOf(turn, link);
  const results = new Map(asked.map((userId) => [userId, battleCode(turn, link, userId, isAgreed)]));
  const challenged = hosts.filter(({ userId }) => results.get(userId) === BattleCode.success);
  const sides = [inviter.info.liveOwner, ...challenged].filter((host) => !isAgreed || isHostThere(turn, host));
  if (sideCount({ config }, sides) < 2) {
    throw new LiveError(LiveErrorCode.noValidOpponent, 'no opponent named is there in the connection');
  }

  const terms = { config, requestExpiresAt, isAgreed };
  const battleId = challenge(turn, link, inviter.info.liveOwner, challenged, terms);
  return { battleId, results: Object.fromEntries(results) };
}

/** @throws LiveError `requestNotFound` outside a link, `alreadyInBattle`, `battleRequestPending`. */
export function linkWithoutBattle(turn: Turn, live: LiveRecord): LinkRecord {
  const link = turn.linkOf(live);
  if (!link) throw new LiveError(LiveErrorCode.requestNotFound, 'a battle needs a connection: co-host first');
  const active = turn.activeBattleOf(link);
  if (active && goesOn(active)) throw new LiveError(LiveErrorCode.alreadyInBattle, 'a battle is going on already');
  if (active) throw new LiveError(LiveErrorCode.battleRequestPending, 'a battle has been asked for already');
  return link;
}

/** Whoever is asked may still come back before they answer; a battle that begins at once does so without them. */
function battleCode(turn: Turn, link: LinkRecord, userId: string, isAgreed: boolean): BattleCode {
  const host = hostsOf(turn, link).find((candidate) => candidate.userId === userId);
  if (host) return isAgreed && !isHostThere(turn, host) ? BattleCode.liveExited : BattleCode.success;
  const last = link.battleId === null ? undefined : recordOf(turn.slice.battles, link.battleId);
  const hasLeft = last?.members.some((member) => member.userId === userId) ?? false;
  return hasLeft ? BattleCode.liveExited : BattleCode.liveNotExist;
}

function hostsOf(turn: Turn, link: LinkRecord): readonly LiveUser[] {
  return link.lives.flatMap(({ liveId }) => recordOf(turn.slice.lives, liveId)?.info.liveOwner ?? []);
}

/**
 * Whoever accepted the invitation has accepted the battle. Where one is asked for or goes on, that one is let be, and
 * none begins while one of the two is missing.
 */
export function beginAgreedBattle(turn: Turn, fromLiveId: string, toLiveId: string, config: BattleConfig): void {
  const inviter = turn.live(fromLiveId);
  const link = turn.linkOf(inviter);
  if (!link || turn.activeBattleOf(link)) return;
  const invitee = turn.live(toLiveId);
  if (![inviter, invitee].every(({ info }) => isHostThere(turn, info))) return;
  const terms = { config, requestExpiresAt: turn.now, isAgreed: true };
  challenge(turn, link, inviter.info.liveOwner, [invitee.info.liveOwner], terms);
}

/** Whether a host has accepted a challenge of somebody else that still waits for others. */
export function hasAgreed({ phase, inviter, members }: BattleRecord, userId: string): boolean {
  const accepted = members.some((member) => member.userId === userId && member.answer === 'accepted');
  return phase === 'requested' && accepted && inviter.userId !== userId;
}

/**
 * While others are silent, whoever has accepted may still reject.
 * @throws LiveError `battleNotFound`, `notInBattle`, `requestNotFound` when answered before.
 */
export function answerBattle(
  turn: Turn,
  battleId: string,
  userId: string,
  answer: Extract<RequestStatus, 'accepted' | 'rejected'>,
): void {
  const battle = findBattle(turn, battleId);
  const member = battle.members.find((candidate) => candidate.userId === userId);
  if (!member) throw notChallenged(userId);
  const isOpen = battle.phase === 'requested' && member.answer === 'pending';
  if (!isOpen && !(answer === 'rejected' && hasAgreed(battle, userId))) {
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
  }
  turn.emit({ type: 'battle-answered', battleId, userId, answer });
  concludeRequest(turn, battleId);
}

/**
 * The inviter takes the challenge back from those named, or from all.
 * @throws LiveError `battleNotFound`, `noPermission`, `requestNotFound`, `battleNotCancellable` once the battle has
 * begun, `notInBattle` when somebody named was not challenged.
 */
export function cancelBattleRequest(
  turn: Turn,
  userId: string,
  command: CheckedCommandOf<'cancel-battle-request'>,
): void {
  const battle = findBattle(turn, command.battleId);
  if (battle.inviter.userId !== userId) throw new LiveError(LiveErrorCode.noPermission, 'only the inviter may cancel');
  if (goesOn(battle)) throw new LiveError(LiveErrorCode.battleNotCancellable, 'the battle has begun: exit it');
  if (battle.phase !== 'requested')
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
  for (const named of command.userIds ?? []) {
    const isChallenged = named !== userId && battle.members.some((member) => member.userId === named);
    if (!isChallenged) throw notChallenged(named);
  }
  withdraw(turn, battle, command.userIds);
}

/** Hosts who are no longer there can neither ask nor answer. */
export function cancelBattle(turn: Turn, battle: BattleRecord, userIds: readonly string[]): void {
  withdraw(turn, battle, userIds.includes(battle.inviter.userId) ? undefined : userIds);
}

/** Whoever has not answered in time has not accepted; those who have, begin. */
export function timeOutRequest(turn: Turn, battle: BattleRecord): void {
  const { battleId } = battle;
  for (const { userId, answer } of battle.members) {
    if (answer === 'pending') turn.emit({ type: 'battle-answered', battleId, userId, answer: 'timeout' });
  }
  concludeRequest(turn, battleId);
}

/** Asks for a battle, or begins it when all have agreed already. What was before it in the link is settled with it. */
export function challenge(
  turn: Turn,
  link: LinkRecord,
  inviter: LiveUser,
  challenged: readonly LiveUser[],
  { config, requestExpiresAt, isAgreed }: Pick<BattleRecord, 'config' | 'requestExpiresAt'> & { isAgreed: boolean },
): string {
  closeRematch(turn, link.battleId);
  const battleId = newBattleId(turn);
  const members: BattleMember[] = [
    { ...inviter, answer: 'accepted', exited: false },
    ...challenged.map((host) => ({ ...host, answer: 'pending' as const, exited: false })),
  ];
  const battle: BattleRecord = {
    battleId,
    linkId: link.linkId,
    shownIn: [],
    config,
    inviter,
    members,
    phase: 'requested',
    requestExpiresAt,
    startedAt: null,
    endsAt: null,
    endedAt: null,
    endedReason: null,
    result: null,
    penaltyEndsAt: null,
    penaltyEndedReason: null,
    extraTimeStartedAt: null,
    rematchEndsAt: null,
    rematchUserIds: [],
    rematchDeclinedBy: null,
    scoreVersion: 0,
    scores: {},
    contributors: {},
  };
  turn.emit({ type: 'battle-requested', battle });
  if (isAgreed) {
    for (const { userId } of challenged) turn.emit({ type: 'battle-answered', battleId, userId, answer: 'accepted' });
    concludeRequest(turn, battleId);
  }
  return battleId;
}

/** Named after the command; one that makes several apart, as when time is up for several links at once, numbers them. */
function newBattleId(turn: Turn): string {
  const isFree = (battleId: string): boolean => recordOf(turn.slice.battles, battleId) === undefined;
  let battleId = turn.commandId;
  for (let n = 1; !isFree(battleId); n++) battleId = `${turn.commandId}.${n}`;
  return battleId;
}

function notChallenged(userId: string): LiveError {
  return new LiveError(LiveErrorCode.notInBattle, `user "${userId}" was not challenged`);
}

/** Begins once all have answered and two sides are there. Whoever accepted and is missing by now has no part in it. */
function concludeRequest(turn: Turn, battleId: string): void {
  const asked = findBattle(turn, battleId);
  if (asked.members.some(({ answer }) => answer === 'pending')) return;
  for (const member of contestants(asked)) {
    if (isHostThere(turn, member)) continue;
    const answer = member.userId === asked.inviter.userId ? 'cancelled' : 'timeout';
    turn.emit({ type: 'battle-answered', battleId, userId: member.userId, answer });
  }
  const battle = findBattle(turn, battleId);
  if (sideCount(battle, contestants(battle)) < 2) {
    turn.emit({ type: 'battle-voided', battleId });
  } else {
    beginBattle(turn, battle);
  }
}

/** Those named, or all, are challenged no more, whether or not they have accepted by now. */
function withdraw(turn: Turn, { battleId, inviter, members }: BattleRecord, whom?: readonly string[]): void {
  for (const { userId, answer } of members) {
    const isOpen = answer === 'pending' || (answer === 'accepted' && userId !== inviter.userId);
    if (!isOpen || (whom && !whom.includes(userId))) continue;
    turn.emit({ type: 'battle-answered', battleId, userId, answer: 'cancelled' });
  }
  concludeRequest(turn, battleId);
}
