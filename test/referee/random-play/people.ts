import type { User } from '../../../src/core/index.js';
import { userOf } from '../test-world.js';

/** More than a link has room for; one of them bears a name that every object has. */
export const hosts = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida', 'constructor'] as const;
/** Never have a live of their own. */
export const viewers = ['uma', 'vic', 'toString', '__proto__'] as const;
export const everybody: readonly string[] = [...hosts, ...viewers];
/** A second live of `ann`. */
export const secondLive = '__proto__';

const people = new Map<string, User>(everybody.map((userId) => [userId, userOf(userId)]));

export function personOf(userId: string): User {
  return people.get(userId) ?? userOf(userId);
}
