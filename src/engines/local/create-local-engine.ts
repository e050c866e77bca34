import type { EngineOptions } from '../../core/index.js';
import { LocalEngine } from './local-engine.js';
import { randomId } from './random-id.js';

/** A local engine as markup asks for it. Without a user id, each engine has a new guest for its user. */
export function createLocalEngine({
  userId = `guest-${randomId().slice(0, 8)}`,
  userName,
  avatarUrl,
}: EngineOptions): LocalEngine {
  return new LocalEngine({ user: { userId, ...(userName && { userName }), ...(avatarUrl && { avatarUrl }) } });
}
