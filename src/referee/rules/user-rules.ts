import type { CheckedCommandOf, ReplyTo, User, UserCommandType } from '../../core/vocabulary.js';
import type { Turn } from './turn.js';

/**
 * The rule of each user command. The fields of the command are checked and complete. A rule decides whether the command
 * is allowed now and emits what happens. It throws a `LiveError` to refuse.
 */
export type UserRules = {
  [T in UserCommandType]: (
    turn: Turn,
    user: User,
    command: CheckedCommandOf<T>,
  ) => ReplyTo<T> extends Record<string, never> ? undefined : ReplyTo<T>;
};
