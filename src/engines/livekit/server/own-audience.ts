import { limits, type Audience, type User } from '../../../core/index.js';
import type { LiveDocument } from '../../../protocol/index.js';

/**
 * The audience with this user in it. Without a seat they belong to it from the start, but the server hears of their
 * connection a moment later.
 */
export function withOwnUser({ count, members }: Audience, own: User, document: LiveDocument | null): Audience {
  const isSeated = document?.seats.some(({ occupant }) => occupant?.userId === own.userId) ?? false;
  const isListed = members.some(({ userId }) => userId === own.userId);
  // If not all members are listed, this user may be one of the others.
  if (isSeated || isListed || count > members.length) return { count, members };
  return { count: count + 1, members: [...members, own].slice(0, limits.audienceList) };
}
