import { expect, it } from 'vitest';
import {
  createEngine,
  LiveErrorCode,
  preloadEngine,
  registerEngine,
  type Engine,
  type EngineOptions,
} from '../../src/core/index.js';

const engine = {} as Engine;

it('makes the engine of that name, with what markup said', async () => {
  let seen: EngineOptions | undefined;
  registerEngine('test', (options) => {
    seen = options;
    return Promise.resolve(engine);
  });
  expect(await createEngine('test', { userId: 'ann' })).toBe(engine);
  expect(seen).toEqual({ userId: 'ann' });
});

it('lets the last registration of a name win', async () => {
  const other = {} as Engine;
  registerEngine('twice', () => engine);
  registerEngine('twice', () => other);
  expect(await createEngine('twice', {})).toBe(other);
});

it('says what to import for a name that nobody registered', async () => {
  await expect(createEngine('livekit', {})).rejects.toMatchObject({
    code: LiveErrorCode.invalidParameter,
    message: expect.stringContaining('live-battles/engines/livekit/register') as string,
  });
});

it('loads ahead what an engine of that name needs, if it needs anything', async () => {
  let loads = 0;
  registerEngine(
    'large',
    () => engine,
    async () => {
      loads += 1;
    },
  );
  registerEngine('small', () => engine);
  await Promise.all([preloadEngine('large'), preloadEngine('small')]);
  expect(loads).toBe(1);
  await expect(preloadEngine('livekit')).rejects.toMatchObject({ code: LiveErrorCode.invalidParameter });
});
