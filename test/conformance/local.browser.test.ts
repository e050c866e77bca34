import type { Scenario } from './arena.js';
import { LocalArena } from './local-arena.js';
import { scenarios } from './scenarios.js';

describe('the local engine in a browser', () => {
  // Four at a time: each scenario has its own world and mostly waits. One by one they exceed the runner's time per
  // file.
  const lanes = Array.from({ length: 4 }, () => Promise.resolve());
  const played = scenarios.map((scenario, index) => {
    const lane = index % lanes.length;
    const end = lanes[lane]!.then(() => play(scenario));
    lanes[lane] = end.catch(() => undefined);
    return { name: scenario.name, end };
  });

  for (const { name, end } of played) it(name, () => end);
});

async function play({ run }: Scenario): Promise<void> {
  const arena = new LocalArena({ camera: true });
  try {
    await run(arena);
  } finally {
    await arena.dispose();
  }
}
