import { limits } from 'live-battles/core';
import { parseArgs } from 'node:util';
import type { BattleServerOptions } from './battle-server.js';

/** A flag or an environment variable is wrong, or missing. The message is for the operator, without a stack. */
export class SettingsError extends Error {}

export interface Settings {
  port: number;
  host: string;
  server: Omit<BattleServerOptions, 'log' | 'clock' | 'roomService'>;
}

export const usage = `Usage: live-battles-server [--port N] [--host ADDRESS] [--database FILE] [--dev]

  LIVEKIT_API_KEY, LIVEKIT_API_SECRET   LiveKit's key and secret (required)
  LIVEKIT_URL           where this server reaches LiveKit (ws://127.0.0.1:7880)
  LIVEKIT_PUBLIC_URL    where browsers reach LiveKit (LIVEKIT_URL)
  PORT, HOST            where to listen (7800, 127.0.0.1); also --port, --host
  DATABASE              the SQLite file (./data/live-battles.sqlite); also --database
  CORS_ORIGIN           origins whose pages may call, comma-separated, or * (none; * with --dev)
  SHOWN_GRACE_MS        how long a host or guest may be away before it is shown (5000)
  SEAT_GRACE_MS         how long a vanished host keeps link and battle, and a guest the seat (30000)
  LIVE_GRACE_MS         how long a vanished host keeps the live (120000)
  LATE_SCORES_MS        how long after a battle's end gifts sent before it still count (0)
  BATTLE_DURATION_MAX_S longest battle, in seconds (3600)
  RECONCILE_MS          how often LiveKit is compared with the records (3000)

  --dev   for development only: mints a user token for whoever asks`;

/** Reads the flags and the environment; a flag wins. @throws SettingsError. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const flags = readFlags(args);
  const { LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  if (!apiKey || !apiSecret) throw new SettingsError('LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set');
  const url = readUrl('LIVEKIT_URL', env.LIVEKIT_URL) ?? 'ws://127.0.0.1:7880';
  const publicUrl = readUrl('LIVEKIT_PUBLIC_URL', env.LIVEKIT_PUBLIC_URL);
  const shown = readWhole('SHOWN_GRACE_MS', env.SHOWN_GRACE_MS);
  const seat = readWhole('SEAT_GRACE_MS', env.SEAT_GRACE_MS);
  const live = readWhole('LIVE_GRACE_MS', env.LIVE_GRACE_MS);
  const lateScores = readWhole('LATE_SCORES_MS', env.LATE_SCORES_MS, 0, 60_000);
  const battleDurationMax = readWhole(
    'BATTLE_DURATION_MAX_S',
    env.BATTLE_DURATION_MAX_S,
    1,
    limits.battleDurationCeiling,
  );
  const reconcileEvery = readWhole('RECONCILE_MS', env.RECONCILE_MS, 100);
  return {
    port: readWhole('PORT', flags.port ?? env.PORT, 0, 65_535) ?? 7800,
    host: (flags.host ?? env.HOST) || '127.0.0.1',
    server: {
      livekit: { url, apiKey, apiSecret, ...(publicUrl && { publicUrl }) },
      database: (flags.database ?? env.DATABASE) || './data/live-battles.sqlite',
      dev: flags.dev,
      corsOrigin: env.CORS_ORIGIN ?? (flags.dev ? '*' : ''),
      grace: {
        ...(shown !== undefined && { shown }),
        ...(seat !== undefined && { seat }),
        ...(live !== undefined && { live }),
        ...(lateScores !== undefined && { lateScores }),
      },
      ...(battleDurationMax !== undefined && { battleDurationMax }),
      ...(reconcileEvery !== undefined && { reconcileEvery }),
    },
  };
}

interface Flags {
  port?: string | undefined;
  host?: string | undefined;
  database?: string | undefined;
  dev: boolean;
}

function readFlags(args: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: text, host: text, database: text, dev: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new SettingsError(`${(error as Error).message}\n\n${usage}`);
  }
}

function readWhole(name: string, value: string | undefined, min = 0, max = 2 ** 31): number | undefined {
  if (!value) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new SettingsError(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
}

function readUrl(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (/^(https?|wss?):\/\//.test(value) && URL.canParse(value)) return value;
  throw new SettingsError(`${name} must begin with http://, https://, ws:// or wss://, not be "${value}"`);
}
