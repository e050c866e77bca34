import type { Engine } from './engine.js';
import { LiveError, LiveErrorCode } from './live-error.js';

/** Engine options that markup can set. Each engine reads those it needs. */
export interface EngineOptions {
  /** Address of the battle server. */
  serverUrl?: string;
  /** A user token, or a function that fetches one. */
  token?: string | (() => string | Promise<string>);
  /** Id of the user, for engines without tokens. */
  userId?: string;
  userName?: string;
  avatarUrl?: string;
}

export type EngineFactory = (options: EngineOptions) => Engine | Promise<Engine>;

/** Loads the code that an engine needs to enter a live. */
export type EnginePreload = () => Promise<void>;

interface Registration {
  factory: EngineFactory;
  preload: EnginePreload | undefined;
}

const registrations = new Map<string, Registration>();

/**
 * Makes an engine available to markup by name; the last registration of a name wins.
 * @param preload Loads ahead what the engine otherwise loads when it is made, or when a live is entered.
 */
export function registerEngine(name: string, factory: EngineFactory, preload?: EnginePreload): void {
  registrations.set(name, { factory, preload });
}

/** Creates an engine by its registered name. @throws LiveError `invalidParameter` for an unregistered name. */
export async function createEngine(name: string, options: EngineOptions): Promise<Engine> {
  return await registrationOf(name).factory(options);
}

/**
 * Loads ahead what the engine of that name needs to enter a live.
 * @throws LiveError `invalidParameter` for an unregistered name, `unreachable`.
 */
export async function preloadEngine(name: string): Promise<void> {
  await registrationOf(name).preload?.();
}

function registrationOf(name: string): Registration {
  const registration = registrations.get(name);
  if (registration) return registration;
  throw new LiveError(
    LiveErrorCode.invalidParameter,
    `no engine named "${name}": import live-battles/engines/${name}/register first`,
  );
}
