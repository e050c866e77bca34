import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/src/settings.js';

const keys = { LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' };

describe('the settings', () => {
  it('need only LiveKit’s key and secret', () => {
    expect(readSettings([], keys)).toEqual({
      port: 7800,
      host: '127.0.0.1',
      server: {
        livekit: { url: 'ws://127.0.0.1:7880', apiKey: 'key', apiSecret: 'secret' },
        database: './data/live-battles.sqlite',
        dev: false,
        corsOrigin: '',
        grace: {},
      },
    });
  });

  it('come from the environment', () => {
    const env = {
      ...keys,
      PORT: '80',
      HOST: '0.0.0.0',
      LIVEKIT_URL: 'http://livekit:7880',
      LIVEKIT_PUBLIC_URL: 'wss://livekit.example',
      DATABASE: '/data/x.sqlite',
      CORS_ORIGIN: 'https://app.example',
      SHOWN_GRACE_MS: '4',
      SEAT_GRACE_MS: '1',
      LIVE_GRACE_MS: '2',
      LATE_SCORES_MS: '3',
      BATTLE_DURATION_MAX_S: '7200',
      RECONCILE_MS: '500',
    };
    expect(readSettings([], env)).toEqual({
      port: 80,
      host: '0.0.0.0',
      server: {
        livekit: {
          url: 'http://livekit:7880',
          publicUrl: 'wss://livekit.example',
          apiKey: 'key',
          apiSecret: 'secret',
        },
        database: '/data/x.sqlite',
        dev: false,
        corsOrigin: 'https://app.example',
        grace: { shown: 4, seat: 1, live: 2, lateScores: 3 },
        battleDurationMax: 7200,
        reconcileEvery: 500,
      },
    });
  });

  it('on the command line win', () => {
    const { port, host, server } = readSettings(['--port', '1', '--host', '::1', '--database', 'y', '--dev'], {
      ...keys,
      PORT: '80',
      HOST: '0.0.0.0',
      DATABASE: 'x',
    });
    expect({ port, host, database: server.database, dev: server.dev }).toEqual({
      port: 1,
      host: '::1',
      database: 'y',
      dev: true,
    });
    expect(server.corsOrigin).toBe('*');
  });

  it.each([
    ['no key', [], { LIVEKIT_API_KEY: '' }, 'LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set'],
    ['no secret', [], { LIVEKIT_API_SECRET: undefined }, 'LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set'],
    ['a port that is none', ['--port', 'x'], {}, 'PORT must be a whole number'],
    ['a port too high', [], { PORT: '65536' }, 'PORT must be a whole number'],
    ['an address that is none', [], { LIVEKIT_URL: 'localhost' }, 'LIVEKIT_URL must begin with'],
    ['a public address that is none', [], { LIVEKIT_PUBLIC_URL: 'ftp://x' }, 'LIVEKIT_PUBLIC_URL must begin with'],
    ['a grace that is none', [], { SEAT_GRACE_MS: '-1' }, 'SEAT_GRACE_MS must be a whole number'],
    ['a longest battle of none', [], { BATTLE_DURATION_MAX_S: '0' }, 'BATTLE_DURATION_MAX_S must be a whole number'],
    ['an unknown flag', ['--prot', '80'], {}, '--prot'],
  ])('with %s are refused', (_what, args, env, message) => {
    const read = () => readSettings(args, { ...keys, ...env });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(message);
  });
});
