/** One of the things that are compared. */
export interface Contender {
  name: string;
  /** Does it this many times. */
  run: (times: number) => Promise<void>;
}

export interface Measured {
  name: string;
  /** Microseconds per run, the median of all rounds. */
  micros: number;
}

/**
 * Measures all contenders in turn, each round in another order, so that other load on the machine affects all alike.
 * The first rounds warm up and do not count.
 */
export async function compare(contenders: readonly Contender[], rounds: number, times: number): Promise<Measured[]> {
  const warmUp = Math.ceil(rounds / 4);
  const samples = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % contenders.length;
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const startedAt = performance.now();
      await run(times);
      if (round >= warmUp) samples.get(name)!.push(((performance.now() - startedAt) * 1000) / times);
    }
  }
  return contenders.map(({ name }) => ({ name, micros: median(samples.get(name)!) }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
