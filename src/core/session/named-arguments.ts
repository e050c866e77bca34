import { LiveError, LiveErrorCode } from '../live-error.js';

/**
 * Returns the named arguments of a method, checked: plain JavaScript may pass anything.
 * @throws LiveError `invalidParameter`.
 */
export function named<T extends object>(options: T): T {
  const given: unknown = options;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return options;
  throw new LiveError(LiveErrorCode.invalidParameter, 'arguments have names: pass them as one object');
}

/** Checks an argument. @throws LiveError `invalidParameter` unless `holds` is true. */
export function check(holds: boolean, expectation: string): void {
  if (!holds) throw new LiveError(LiveErrorCode.invalidParameter, expectation);
}
