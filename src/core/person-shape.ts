import { limits } from './limits.js';
import { mapped, optional, withDefault } from './shape/compose.js';
import { describes } from './shape/describes.js';
import { object } from './shape/object.js';
import { text, url, userId } from './shape/texts.js';
import type { User } from './user.js';

/** How a user is named by somebody else: only the id has to be there. */
export type NamedUser = Pick<User, 'userId'> & Partial<User>;

/** A person whose name and picture have limits of their own, in UTF-16 units; without a name they are called by their id. */
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

/** Somebody who is logged in. */
export const userShape = person(limits.userNameLength, limits.avatarUrlLength);

/** Somebody who gave points. */
export const contributorShape = person(limits.contributorNameLength, limits.contributorAvatarLength);
