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

const factories = new Map<string, EngineFactory>();

/** Makes an engine available to markup by name; the last registration of a name wins. */
export function registerEngine(name: string, factory: EngineFactory): void {
  factories.set(name, factory);
}

/** Creates an engine by its registered name. @throws LiveError `invalidParameter` for an unregistered name. */
export async function createEngine(name: string, options: EngineOptions): Promise<Engine> {
  const factory = factories.get(name);
  if (!factory) {
    throw new LiveError(
      LiveErrorCode.invalidParameter,
      `no engine named "${name}": import live-battles/engines/${name}/register first`,
    );
  }
  return await factory(options);
}
