import type { UserRules } from '../user-rules.js';
import { createLive, endLive, ownLive } from './live-rules.js';

export const liveCommands = {
  'create-live': createLive,
  'end-live': (turn, user, { liveId }) => endLive(turn, ownLive(turn, liveId, user), 'ended-by-host'),
} satisfies Partial<UserRules>;
