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

/**
 * Challenges hosts of the same link. The reply has a code for each of them.
 * @throws LiveError `requestNotFound` outside a link, `battleTooFrequent`, `alreadyInBattle`, `battleRequestPending`,
 * `noValidOpponent`, `invalidParameter`.
 */
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

/**
 * The code for one challenged host. A missing host is challenged all the same, because they may come back to answer. A
 * battle that begins at once leaves them out.
 */
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
 * Begins the battle of an accepted co-host invitation: accepting the invitation accepts the battle. Does nothing when
 * the link has an active battle, or when one of the two hosts is missing.
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

/** Whether a host has accepted another host's challenge, and the challenge still waits for other answers. */
export function hasAgreed({ phase, inviter, members }: BattleRecord, userId: string): boolean {
  const accepted = members.some((member) => member.userId === userId && member.answer === 'accepted');
  return phase === 'requested' && accepted && inviter.userId !== userId;
}

/**
 * Answers a challenge. A host who has accepted may still reject while other answers are missing.
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
 * Cancels the inviter's challenge for the hosts named, or for all.
 * @throws LiveError `battleNotFound`, `noPermission`, `requestNotFound`, `battleNotCancellable` once the battle has
 * begun, `notInBattle` when a host named was not challenged.
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

/** Takes hosts who leave the link out of a requested battle. Without its inviter the request is cancelled for all. */
export function cancelBattle(turn: Turn, battle: BattleRecord, userIds: readonly string[]): void {
  withdraw(turn, battle, userIds.includes(battle.inviter.userId) ? undefined : userIds);
}

/** Settles a request whose time is up. A missing answer becomes `timeout`; the hosts who accepted begin the battle. */
export function timeOutRequest(turn: Turn, battle: BattleRecord): void {
  const { battleId } = battle;
  for (const { userId, answer } of battle.members) {
    if (answer === 'pending') turn.emit({ type: 'battle-answered', battleId, userId, answer: 'timeout' });
  }
  concludeRequest(turn, battleId);
}

/**
 * Requests a battle, or begins it at once when it is agreed. Closes the rematch window of the link's last battle.
 * @returns The id of the new battle.
 */
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
    effects: [],
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

/**
 * The command's id. A number is added when one command makes several battles, for example a tick over several links.
 */
function newBattleId(turn: Turn): string {
  const isFree = (battleId: string): boolean => recordOf(turn.slice.battles, battleId) === undefined;
  let battleId = turn.commandId;
  for (let n = 1; !isFree(battleId); n++) battleId = `${turn.commandId}.${n}`;
  return battleId;
}

function notChallenged(userId: string): LiveError {
  return new LiveError(LiveErrorCode.notInBattle, `user "${userId}" was not challenged`);
}

/**
 * Once all have answered, begins the battle, or voids it with fewer than two sides. A host who accepted but is missing
 * by now takes no part.
 */
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

/** Cancels the challenge for the hosts in `whom`, or for all, also for a host who has accepted. */
function withdraw(turn: Turn, { battleId, inviter, members }: BattleRecord, whom?: readonly string[]): void {
  for (const { userId, answer } of members) {
    const isOpen = answer === 'pending' || (answer === 'accepted' && userId !== inviter.userId);
    if (!isOpen || (whom && !whom.includes(userId))) continue;
    turn.emit({ type: 'battle-answered', battleId, userId, answer: 'cancelled' });
  }
  concludeRequest(turn, battleId);
}
