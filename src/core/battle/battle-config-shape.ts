import { limits } from '../limits.js';
import { extensionInfo } from '../request-fields.js';
import { described, list, nullable, withDefault } from '../shape/compose.js';
import { describes } from '../shape/describes.js';
import { object } from '../shape/object.js';
import { userId } from '../shape/texts.js';
import { flag, oneOf, seconds, whole } from '../shape/values.js';
import type { BattleConfig, MultiplierWindow } from './battle.js';
import { battleEffectTypes } from './effects.js';

const longest = limits.battleDurationCeiling;

const multiplierWindow = describes<MultiplierWindow>()(
  object({
    from: described('After the beginning', seconds(0, longest)),
    to: described('After the beginning; the window ends before it', seconds(1, longest)),
    factor: described('How often points count', whole(2, limits.battleFactorMax)),
  }),
);

const teams = list(list(userId, { min: 1, max: limits.linkedLives }), { min: 2, max: limits.linkedLives });

/**
 * The battle config that a host may send, with limits and defaults. The server's rules check that the values fit
 * together.
 */
export const battleConfigShape = describes<Partial<BattleConfig>, BattleConfig>()(
  object({
    duration: withDefault(described('How long it runs', seconds(1, longest)), limits.battleDuration),
    needResponse: withDefault(described('False: it starts at once, nobody is asked', flag), true),
    countdown: withDefault(described('Before it runs; 0: none', seconds(0, limits.battleCountdownMax)), 0),
    penalty: withDefault(described('What losers serve; 0: none', seconds(0, limits.battlePenaltyMax)), 0),
    extraTime: withDefault(described('After a draw, once; 0: none', seconds(0, limits.battleExtraTimeMax)), 0),
    multipliers: withDefault(list(multiplierWindow, { max: limits.battleMultipliers }), []),
    teams: withDefault(
      described('User ids: the inviter and everybody challenged, each on one team; null: no teams', nullable(teams)),
      null,
    ),
    rematchWindow: withDefault(
      described('How long a rematch can be agreed on', seconds(0, limits.rematchWindowMax)),
      limits.rematchWindow,
    ),
    effects: withDefault(
      described(
        "Effects that the app's backend may apply",
        list(oneOf(battleEffectTypes), { max: battleEffectTypes.length }),
      ),
      [],
    ),
    extensionInfo,
  }),
);
