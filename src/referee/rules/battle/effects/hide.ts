import { userId } from '../../../../core/shape/texts.js';
import { seconds } from '../../../../core/shape/values.js';
import { limits } from '../../../../core/vocabulary.js';
import { contestants, type BattleRecord } from '../../records.js';
import { memberOf } from '../battle-lookup.js';
import { effectRule, effectsOf, nextPeriod } from './effect-rule.js';

/** A host's points are hidden from all lives but those of the host's side. */
export const hide = effectRule<'hide'>()({
  fields: { userId, seconds: seconds(1, limits.effectSeconds) },
  begin: (battle, { userId, seconds }, now) => {
    const host = memberOf(battle, userId).userId;
    const before = effectsOf(battle, 'hide').filter((other) => other.userId === host);
    return { userId: host, ...nextPeriod(battle, before, seconds, now) };
  },
  isOverAt: ({ to }) => to,
  onBegin: nextBoard,
  onEnd: nextBoard,
});

/** Pages take a board only if its version is higher. */
function nextBoard({ scoreVersion }: BattleRecord): Partial<BattleRecord> {
  return { scoreVersion: scoreVersion + 1 };
}

/**
 * User ids of the hosts whose points a live must not get. Null stands for a user outside of all lives.
 */
export function hiddenFrom(battle: BattleRecord, liveId: string | null): readonly string[] {
  return effectsOf(battle, 'hide')
    .map(({ userId }) => userId)
    .filter((userId) => !sideOf(battle, userId).some((member) => member.liveId === liveId));
}

/** The host and the host's team. */
function sideOf(battle: BattleRecord, userId: string): readonly { liveId: string }[] {
  const side = battle.config.teams?.find((team) => team.includes(userId)) ?? [userId];
  return contestants(battle).filter((member) => side.includes(member.userId));
}
