import { command, reply } from '../../../core/shape/command.js';
import { list } from '../../../core/shape/compose.js';
import { id } from '../../../core/shape/texts.js';
import { limits } from '../../../core/vocabulary.js';
import type { BackendRules } from '../backend-rules.js';
import type { AddScoresReply } from '../rule-command.js';
import { ongoingBattle } from './battle-lookup.js';
import { endByServer } from './battle-run-rules.js';
import { scoreEntryShape } from './score-entry-shape.js';
import { addScores } from './score-rules.js';

/** What an app's backend may ask about battles. */
export const battleBackendCommands = {
  'add-scores': command(
    'Adds points; all entries count or none, and each eventId once',
    { battleId: id, entries: list(scoreEntryShape, { min: 1, max: limits.scoreEventsPerCall }) },
    reply<AddScoresReply>(),
  ),
  'end-battle': command('Ends a battle now', { battleId: id }),
};

export const battleBackendRules = {
  'add-scores': (turn, { battleId, entries }) => addScores(turn, battleId, entries),
  'end-battle': (turn, { battleId }) => {
    endByServer(turn, ongoingBattle(turn, battleId));
  },
} satisfies Partial<BackendRules>;
