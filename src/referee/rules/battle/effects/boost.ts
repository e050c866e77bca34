import { described, optional } from '../../../../core/shape/compose.js';
import { userId } from '../../../../core/shape/texts.js';
import { seconds, whole } from '../../../../core/shape/values.js';
import { battleTeams, limits, LiveError, LiveErrorCode } from '../../../../core/vocabulary.js';
import { contestants, type BattleRecord } from '../../records.js';
import { invalid } from '../../validate.js';
import { memberOf } from '../battle-lookup.js';
import { effectRule, effectsOf, nextPeriod } from './effect-rule.js';

/** Points of a host or a team count several times. Boosts of the same host follow each other. */
export const boost = effectRule<'boost'>()({
  fields: {
    userId: optional(described('The host; absent for a team', userId)),
    team: optional(described('Instead of a host: index of the team in the config', whole(0, limits.linkedLives - 1))),
    factor: described('How often points count', whole(2, limits.boostFactorMax)),
    seconds: seconds(1, limits.effectSeconds),
  },
  begin: (battle, { userId, team, factor, seconds }, now) => {
    if ((userId === undefined) === (team === undefined)) invalid('a boost is for either a host or a team');
    const userIds = userId === undefined ? teamMembers(battle, team!) : [memberOf(battle, userId).userId];
    const before = effectsOf(battle, 'boost').filter((other) => other.userIds.some((id) => userIds.includes(id)));
    return { userIds, factor, ...nextPeriod(battle, before, seconds, now) };
  },
  isOverAt: ({ to }) => to,
});

/** User ids of those of a team who have not left. @throws LiveError `notInBattle` without any. */
function teamMembers(battle: BattleRecord, index: number): readonly string[] {
  const users = contestants(battle).filter(({ exited }) => !exited);
  const team = battleTeams({ config: battle.config, users }, {})[index];
  if (team && team.userIds.length > 0) return team.userIds;
  throw new LiveError(LiveErrorCode.notInBattle, `nobody of team ${index} is in battle "${battle.battleId}"`);
}
