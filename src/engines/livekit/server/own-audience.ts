import { limits, type Audience, type User } from '../../../core/index.js';
import type { LiveDocument } from '../../../protocol/index.js';

/**
 * The audience as it is for somebody in the live. The server hears of their coming a moment after them, but without a seat
 * they are in the audience from the start.
 */
export function withOwnUser({ count, members }: Audience, own: User, document: LiveDocument | null): Audience {
  const isSeated = document?.seats.some(({ occupant }) => occupant?.userId === own.userId) ?? false;
  const isListed = members.some(({ userId }) => userId === own.userId);
  // Where not all are listed, they may well be among the others.
  if (isSeated || isListed || count > members.length) return { count, members };
  return { count: count + 1, members: [...members, own].slice(0, limits.audienceList) };
}
