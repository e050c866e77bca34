import {
  BattleCode,
  LiveError,
  LiveErrorCode,
  limits,
  sideCount,
  type BattleConfig,
  type UserCommandOf,
  type LiveUser,
  type RequestBattleReply,
  type RequestStatus,
} from '../../../core/vocabulary.js';
import { battleConfig, checkTeams } from './battle-config.js';
import { findBattle } from './battle-lookup.js';
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
import { invalid, list, timeoutMs } from '../validate.js';

/** @throws LiveError `requestNotFound` outside a link, `alreadyInBattle`, `battleRequestPending`, `noValidOpponent`. */
export function requestBattle(
  turn: Turn,
  inviter: LiveRecord,
  command: UserCommandOf<'request-battle'>,
): RequestBattleReply {
  const link = turn.linkOf(inviter);
  if (!link) throw new LiveError(LiveErrorCode.requestNotFound, 'a battle needs a connection: co-host first');
  const active = turn.activeBattleOf(link);
  if (active && goesOn(active)) throw new LiveError(LiveErrorCode.alreadyInBattle, 'a battle is going on already');
  if (active) throw new LiveError(LiveErrorCode.battleRequestPending, 'a battle has been asked for already');

  const config = battleConfig(command.config ?? {});
  const requestExpiresAt = turn.now + timeoutMs(command.timeout || undefined);
  list('userIds', command.userIds, 0, limits.linkedLives);
  const asked = [...new Set(command.userIds)];
  if (asked.includes(inviter.info.liveOwner.userId)) invalid('a host cannot challenge themselves');
  checkTeams(config, [inviter.info.liveOwner.userId, ...asked]);
  const hosts = link.lives.flatMap(({ liveId }) => turn.slice.lives[liveId]?.info.liveOwner ?? []);
  const results = Object.fromEntries(
    asked.map((userId) => {
      const inLink = hosts.some((host) => host.userId === userId);
      return [userId, inLink ? BattleCode.success : BattleCode.liveNotExist];
    }),
  );
  const challenged = hosts.filter(({ userId }) => results[userId] === BattleCode.success);
  if (sideCount({ config }, [inviter.info.liveOwner, ...challenged]) < 2) {
    throw new LiveError(LiveErrorCode.noValidOpponent, 'no opponent named is in the connection');
  }

  const terms = { config, requestExpiresAt, isAgreed: !config.needResponse };
  const battleId = challenge(turn, link, inviter.info.liveOwner, challenged, terms);
  return { battleId, results };
}

/** Whoever accepted the invitation has accepted the battle. Where one is asked for or goes on, that one is let be. */
export function beginAgreedBattle(turn: Turn, fromLiveId: string, toLiveId: string, config: BattleConfig): void {
  const inviter = turn.live(fromLiveId);
  const link = turn.linkOf(inviter);
  if (!link || turn.activeBattleOf(link)) return;
  const terms = { config, requestExpiresAt: turn.now, isAgreed: true };
  challenge(turn, link, inviter.info.liveOwner, [turn.live(toLiveId).info.liveOwner], terms);
}

/** @throws LiveError `battleNotFound`, `notInBattle`, `requestNotFound` when answered before. */
export function answerBattle(turn: Turn, battleId: string, userId: string, answer: RequestStatus): void {
  const battle = findBattle(turn, battleId);
  const member = battle.members.find((candidate) => candidate.userId === userId);
  if (!member) throw new LiveError(LiveErrorCode.notInBattle, `user "${userId}" was not challenged`);
  if (battle.phase !== 'requested' || member.answer !== 'pending') {
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
  }
  turn.emit({ type: 'battle-answered', battleId, userId, answer });
  concludeRequest(turn, battleId);
}

/** The inviter takes the challenge back from those named, or from all. */
export function cancelBattleRequest(turn: Turn, userId: string, command: UserCommandOf<'cancel-battle-request'>): void {
  const battle = findBattle(turn, command.battleId);
  if (command.userIds !== undefined) list('userIds', command.userIds, 0, limits.linkedLives);
  if (battle.inviter.userId !== userId) throw new LiveError(LiveErrorCode.noPermission, 'only the inviter may cancel');
  if (battle.phase !== 'requested')
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
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

/** Begins once all have answered and at least one has accepted. */
function concludeRequest(turn: Turn, battleId: string): void {
  const battle = findBattle(turn, battleId);
  if (battle.members.some(({ answer }) => answer === 'pending')) return;
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
