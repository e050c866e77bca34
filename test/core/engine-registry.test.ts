import { expect, it } from 'vitest';
import { createEngine, LiveErrorCode, registerEngine, type Engine, type EngineOptions } from '../../src/core/index.js';

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
