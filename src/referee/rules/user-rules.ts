import type { CheckedCommandOf, ReplyTo, User, UserCommandType } from '../../core/vocabulary.js';
import type { Turn } from './turn.js';

/**
 * For each command its rule: checks whether it is allowed now, and emits what then happens. Its fields have been
 * checked and completed before. Throws a `LiveError` to refuse.
 */
export type UserRules = {
  [T in UserCommandType]: (
    turn: Turn,
    user: User,
    command: CheckedCommandOf<T>,
  ) => ReplyTo<T> extends Record<string, never> ? undefined : ReplyTo<T>;
};
