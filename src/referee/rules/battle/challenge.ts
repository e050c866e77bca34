import type { LiveUser } from '../../../core/vocabulary.js';
import { concludeChallenge } from './challenge-conclusion.js';
import { recordOf, type BattleMember, type BattleRecord, type LinkRecord } from '../records.js';
import { closeRematch } from './rematch-window.js';
import type { Turn } from '../turn.js';

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
    concludeChallenge(turn, battleId);
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
