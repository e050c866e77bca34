import type { ReplyTo, User, UserCommandOf, UserCommandType } from '../../core/vocabulary.js';
import type { Turn } from './turn.js';

/** For each command its rule: checks who asks and what, and emits what then happens. Throws a `LiveError` to refuse. */
export type UserRules = {
  [T in UserCommandType]: (
    turn: Turn,
    user: User,
    command: UserCommandOf<T>,
  ) => ReplyTo<T> extends Record<string, never> ? undefined : ReplyTo<T>;
};
