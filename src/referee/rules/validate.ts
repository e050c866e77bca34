import { LiveError, LiveErrorCode } from '../../core/vocabulary.js';

/** Refuses values that are valid one by one, but not together or not here. @throws LiveError `invalidParameter`. */
export function invalid(message: string): never {
  throw new LiveError(LiveErrorCode.invalidParameter, message);
}
