import { userIdPattern } from './id-patterns.js';

/** A user as the app's backend names them in their user token. */
export interface User {
  /** 1–64 of `A-Z a-z 0-9 _ . : -`. */
  userId: string;
  /** Free text from a stranger: bind it as text only. */
  userName: string;
  /** Empty, or a URL from a stranger: check it before use. */
  avatarUrl: string;
}

/** A host: the user and the id of their live. */
export interface LiveUser extends User {
  liveId: string;
}

export function isUserId(value: unknown): value is string {
  return typeof value === 'string' && userIdPattern.test(value);
}
