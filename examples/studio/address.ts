import { isLiveId, isUserId, type User } from 'live-battles/core';

/** What a URL of the studio shows: all panes side by side, one host or one viewer alone, or an error. */
export type Address =
  | { view: 'studio' }
  | { view: 'host'; user: User }
  /** The viewer enters `liveId` at once; null: the viewer chooses a live. */
  | { view: 'viewer'; user: User; liveId: string | null }
  | { view: 'broken'; reason: string };

/** Reads `?role=host&user=ann&name=Ann` and `?role=viewer&user=vic&live=ann_live`. */
export function readAddress({ search, origin }: Pick<Location, 'search' | 'origin'>): Address {
  const query = new URLSearchParams(search);
  const role = query.get('role');
  if (role === null) return { view: 'studio' };
  if (role !== 'host' && role !== 'viewer')
    return { view: 'broken', reason: 'The address must say role=host or role=viewer.' };
  const userId = query.get('user') ?? `guest-${String(crypto.getRandomValues(new Uint16Array(1))[0])}`;
  if (!isUserId(userId)) return { view: 'broken', reason: 'The address names somebody who cannot be.' };
  const user = person(userId, query.get('name') ?? capitalized(userId), origin);
  if (role === 'host') return { view: 'host', user };
  const liveId = query.get('live');
  return { view: 'viewer', user, liveId: isLiveId(liveId) ? liveId : null };
}

/** The URL of a host or viewer alone. */
export function aloneUrl(role: 'host' | 'viewer', { userId, userName }: User, liveId?: string | null): string {
  const query = new URLSearchParams({ role, user: userId, name: userName, ...(liveId && { live: liveId }) });
  return `/?${query.toString()}`;
}

/** User ids with a portrait in `public/portraits`. */
const portraits = ['ann', 'ben', 'vic'];

export function person(userId: string, userName: string, origin: string): User {
  const avatarUrl = portraits.includes(userId) ? `${origin}/portraits/${userId}.svg` : '';
  return { userId, userName, avatarUrl };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
