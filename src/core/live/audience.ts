import type { Role } from '../seat/seat.js';
import type { User } from '../user.js';

/** Somebody in a live who has no seat. */
export interface AudienceMember extends User {
  role: Role;
}

/** Who is in a live without a seat. */
export interface Audience {
  count: number;
  /** At most 200 of them. */
  members: readonly User[];
}
