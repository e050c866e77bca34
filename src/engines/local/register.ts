import { registerEngine } from '../../core/index.js';
import { LocalEngine } from './local-engine.js';
import { randomId } from './random-id.js';

// Whoever names no user is a guest of their own.
registerEngine(
  'local',
  ({ userId = `guest-${randomId().slice(0, 8)}`, userName, avatarUrl }) =>
    new LocalEngine({ user: { userId, ...(userName && { userName }), ...(avatarUrl && { avatarUrl }) } }),
);
