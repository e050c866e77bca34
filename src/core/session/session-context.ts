import type { UserCommandOf, UserCommandType, ReplyTo } from '../command.js';
import type { Engine } from '../engine.js';
import { toLiveError } from '../live-error.js';
import type { ReadonlySignal } from '../reactivity/signal.js';
import type { User } from '../user.js';
import type { CurrentLive } from './current-live.js';
import type { LiveFeed } from './live-feed.js';
import { named } from './named-arguments.js';

/** What the stores of one session share. */
export interface SessionContext {
  engine: Engine;
  feed: LiveFeed;
  currentLive: CurrentLive;
  /** The user who is logged in; null without a login. */
  user: ReadonlySignal<User | null>;
  login(): Promise<User>;
  /** The listener is called at logout and clears what belongs to the user. */
  onLogout(listener: () => void): void;
}

type WithoutLive<T extends UserCommandType> = Omit<UserCommandOf<T>, 'type' | 'liveId'>;

/**
 * Sends a command about the current live.
 * @throws LiveError `notInLive`, `invalidParameter`, and whatever the engine throws.
 */
export async function executeInLive<T extends UserCommandType>(
  { engine, currentLive }: SessionContext,
  type: T,
  rest: WithoutLive<T>,
): Promise<ReplyTo<T>> {
  const command = { ...named(rest), type, liveId: currentLive.liveId } as unknown as UserCommandOf<T>;
  try {
    return await engine.execute<T>(command);
  } catch (error) {
    throw toLiveError(error);
  }
}
