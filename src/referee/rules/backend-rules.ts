import type { Done } from '../../core/shape/command.js';
import type { BackendCommandType, BackendReplyTo, CheckedBackendCommandOf } from './rule-command.js';
import type { Turn } from './turn.js';

/** The rule of each command of an app's backend. A rule throws a `LiveError` to refuse. */
export type BackendRules = {
  [T in BackendCommandType]: (
    turn: Turn,
    command: CheckedBackendCommandOf<T>,
  ) => BackendReplyTo<T> extends Done ? undefined : BackendReplyTo<T>;
};
