import { registerEngine } from '../../core/index.js';
import { LocalEngine } from './local-engine.js';
import { randomId } from './random-id.js';

// Without a user id, each engine has a new guest for its user.
registerEngine(
  'local',
  ({ userId = `guest-${randomId().slice(0, 8)}`, userName, avatarUrl }) =>
    new LocalEngine({ user: { userId, ...(userName && { userName }), ...(avatarUrl && { avatarUrl }) } }),
);
