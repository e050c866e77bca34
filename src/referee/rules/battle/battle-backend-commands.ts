import { battleConfigShape } from '../../../core/battle/battle-config-shape.js';
import { contributorShape } from '../../../core/person-shape.js';
import { command, reply } from '../../../core/shape/command.js';
import { described, list, optional, withDefault } from '../../../core/shape/compose.js';
import { id, liveId } from '../../../core/shape/texts.js';
import { limits } from '../../../core/vocabulary.js';
import type { BackendRules } from '../backend-rules.js';
import type { AddScoresReply, ApplyEffectReply, StartBattleReply } from '../rule-command.js';
import { ongoingBattle } from './battle-lookup.js';
import { endByServer } from './battle-run-rules.js';
import { applyEffect } from './effects/apply-effect.js';
import { sentEffectShape } from './effects/effect-rules.js';
import { eventIdShape, sentScoreShape } from './score-entry-shape.js';
import { startBattle } from './battle-start-rules.js';
import { addScores } from './score-rules.js';

/** The battle commands of an app's backend. */
export const battleBackendCommands = {
  'add-scores': command(
    'Adds points, each eventId once; the result of an entry says whether it counted',
    { battleId: id, entries: list(sentScoreShape, { min: 1, max: limits.scoreEventsPerCall }) },
    reply<AddScoresReply>(),
  ),
  'apply-effect': command(
    'Applies an effect to a running battle, each eventId once',
    {
      battleId: id,
      eventId: described("The effect's own id: it is applied once, however often it is sent", eventIdShape),
      effect: sentEffectShape,
      contributor: optional(described('Whose gift it was: everybody sees it', contributorShape)),
    },
    reply<ApplyEffectReply>(),
  ),
  'start-battle': command(
    'Begins a battle between lives of one link; nobody is asked',
    {
      liveId,
      opponents: described('Lives of the same link', list(liveId, { min: 1, max: limits.linkedLives })),
      config: withDefault(battleConfigShape, {}),
    },
    reply<StartBattleReply>(),
  ),
  'end-battle': command('Ends a battle now', { battleId: id }),
};

export const battleBackendRules = {
  'add-scores': (turn, { battleId, entries }) => addScores(turn, battleId, entries),
  'apply-effect': applyEffect,
  'start-battle': startBattle,
  'end-battle': (turn, { battleId }) => {
    endByServer(turn, ongoingBattle(turn, battleId));
  },
} satisfies Partial<BackendRules>;
