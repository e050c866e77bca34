import { limits } from './limits.js';
import { mapped, optional, withDefault } from './shape/compose.js';
import { describes } from './shape/describes.js';
import { object } from './shape/object.js';
import { text, url, userId } from './shape/texts.js';
import type { User } from './user.js';

/** A user as somebody else names them; only the id is required. */
export type NamedUser = Pick<User, 'userId'> & Partial<User>;

/** A person with own limits for name and avatar URL, in UTF-16 units. Without a name they are called by their id. */
function person(nameLength: number, avatarUrlLength: number) {
  const fields = {
    userId,
    userName: optional(text({ max: nameLength, cut: 'units' })),
    avatarUrl: withDefault(url(avatarUrlLength), ''),
  };
  return describes<NamedUser, User>()(
    mapped(object(fields), ({ userName, ...rest }): User => ({ ...rest, userName: userName || rest.userId })),
  );
}

/** A user who is logged in. */
export const userShape = person(limits.userNameLength, limits.avatarUrlLength);

/** A user who gave points. */
export const contributorShape = person(limits.contributorNameLength, limits.contributorAvatarLength);
