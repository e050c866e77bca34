import { command } from '../../../core/shape/command.js';
import { liveId } from '../../../core/shape/texts.js';
import type { BackendRules } from '../backend-rules.js';
import { endLive } from './live-rules.js';

/** The live commands of an app's backend. */
export const liveBackendCommands = {
  'close-live': command('Ends a live', { liveId }),
};

export const liveBackendRules = {
  'close-live': (turn, { liveId }) => {
    endLive(turn, turn.live(liveId), 'ended-by-server');
  },
} satisfies Partial<BackendRules>;
