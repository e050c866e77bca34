import type { Role } from '../seat/seat.js';
import type { User } from '../user.js';

/** A user in a live who has no seat. */
export interface AudienceMember extends User {
  role: Role;
}

/** The users in a live who have no seat. */
export interface Audience {
  count: number;
  /** At most 200 of the `count` users. */
  members: readonly User[];
}
