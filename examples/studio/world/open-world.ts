import type { StudioWorld } from './studio-world.js';

export const engineName = import.meta.env.VITE_ENGINE ?? 'local';

/** Loads only what the chosen engine needs. */
export async function openWorld(): Promise<StudioWorld> {
  if (engineName === 'livekit') return new (await import('./livekit-world.js')).LiveKitWorld();
  return new (await import('./local-world.js')).InPageWorld();
}
