import { command, reply } from '../../../core/shape/command.js';
import { battleConfigShape } from '../../../core/battle/battle-config-shape.js';
import { described, list, withDefault } from '../../../core/shape/compose.js';
import { id, liveId } from '../../../core/shape/texts.js';
import { limits } from '../../../core/vocabulary.js';
import type { BackendRules } from '../backend-rules.js';
import type { AddScoresReply, StartBattleReply } from '../rule-command.js';
import { ongoingBattle } from './battle-lookup.js';
import { endByServer } from './battle-run-rules.js';
import { sentScoreShape } from './score-entry-shape.js';
import { startBattle } from './battle-start-rules.js';
import { addScores } from './score-rules.js';

/** The battle commands of an app's backend. */
export const battleBackendCommands = {
  'add-scores': command(
    'Adds points, each eventId once; the result of an entry says whether it counted',
    { battleId: id, entries: list(sentScoreShape, { min: 1, max: limits.scoreEventsPerCall }) },
    reply<AddScoresReply>(),
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
  'start-battle': startBattle,
  'end-battle': (turn, { battleId }) => {
    endByServer(turn, ongoingBattle(turn, battleId));
  },
} satisfies Partial<BackendRules>;
