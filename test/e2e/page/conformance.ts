import { LiveKitArena, type LiveKitArenaOptions } from '../../conformance/livekit-arena.js';
import { scenarios } from '../../conformance/scenarios.js';

declare global {
  interface Window {
    /** Resolves with the error message; null when the scenario passed. */
    playScenario(name: string, options: LiveKitArenaOptions): Promise<string | null>;
  }
}

window.playScenario = async (name, options) => {
  const arena = new LiveKitArena(options);
  try {
    await scenarios.find((scenario) => scenario.name === name)!.run(arena);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await arena.dispose();
  }
};
