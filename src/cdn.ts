// One script tag: every element registered, the stores and the LiveKit engine to hand. The local engine loads by itself
// when a page first uses it; its classes are exports of `live-battles-local.js`.
import type * as LocalEngineFile from './cdn-local.js';
import { LiveError, LiveErrorCode, registerEngine } from './core/index.js';
import './define.js';
import './engines/livekit/register.js';

registerEngine(
  'local',
  async (options) => (await loadLocalEngine()).createLocalEngine(options),
  async () => {
    await loadLocalEngine();
  },
);

async function loadLocalEngine(): Promise<typeof LocalEngineFile> {
  try {
    return await import('./cdn-local.js');
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'the local engine could not be loaded', { cause });
  }
}

export * from './engines/livekit/index.js';
export * from './index.js';
