import {
  BattleCode,
  LiveError,
  LiveErrorCode,
  sideCount,
  type BattleConfig,
  type CheckedCommandOf,
  type LiveUser,
  type RequestBattleReply,
} from '../../../core/vocabulary.js';
import { battleConfig, checkTeams } from './battle-config.js';
import { isHostThere } from './battle-lookup.js';
import { countChallenge } from './challenge-limit.js';
import { challenge } from './challenge.js';
import { goesOn, recordOf, type LinkRecord, type LiveRecord } from '../records.js';
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
  const last = recordOf(turn.slice.battles, link.battleId);
  const hasLeft = last?.members.some((member) => member.userId === userId) ?? false;
  return hasLeft ? BattleCode.liveExited : BattleCode.liveNotExist;
}

function hostsOf(turn: Turn, link: LinkRecord): readonly LiveUser[] {
  return link.lives.map(({ liveId }) => turn.live(liveId).info.liveOwner);
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
