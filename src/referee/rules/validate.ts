import { isUserId, LiveError, LiveErrorCode, limits, type User } from '../../core/vocabulary.js';

/** @throws LiveError `invalidParameter`. */
export function invalid(message: string): never {
  throw new LiveError(LiveErrorCode.invalidParameter, message);
}

/** A whole number in a range, or `fallback` when absent. */
export function wholeNumber(name: string, value: unknown, min: number, max: number, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    invalid(`${name} must be a whole number from ${min} to ${max}`);
  }
  return value;
}

/** True or false, or `fallback` when absent. */
export function flag(name: string, value: unknown, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  if (typeof value !== 'boolean') invalid(`${name} must be true or false`);
  return value;
}

/** A text no longer than `max` UTF-16 units, or `fallback` when absent. */
export function text(name: string, value: unknown, max: number, fallback = ''): string {
  if (value === undefined) return fallback;
  if (typeof value !== 'string' || value.length > max) invalid(`${name} must be a text of at most ${max} characters`);
  return value;
}

/** A list of `min` to `max` values, whatever they are. */
export function list(name: string, value: unknown, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < min || value.length > max) {
    invalid(`${name} must be a list of ${min} to ${max}`);
  }
  return value as readonly unknown[];
}

/** An object, whatever is in it. */
export function record(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) invalid(`${name} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}

export function utf8Bytes(value: string): number {
  return Array.from(value).reduce((bytes, char) => {
    const code = char.codePointAt(0) ?? 0;
    return bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

/** Seconds an invitation waits, in milliseconds. */
export function timeoutMs(value: unknown): number {
  return wholeNumber('timeout', value, 1, limits.requestTimeoutMax, limits.requestTimeout) * 1000;
}

export function validUser(user: User): User {
  if (!isUserId(user.userId)) invalid('userId must be 1–64 of A-Z a-z 0-9 _ . : -');
  return {
    userId: user.userId,
    userName: text('userName', user.userName, limits.userNameLength, user.userId),
    avatarUrl: text('avatarUrl', user.avatarUrl, limits.avatarUrlLength),
  };
}
