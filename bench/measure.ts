/** One of the things that are compared. */
export interface Contender {
  name: string;
  /** Does it this many times. */
  run: (times: number) => Promise<void>;
}

export interface Measured {
  name: string;
  /** Microseconds of CPU per run, the median of all rounds. */
  micros: number;
  /** A quarter of the rounds took less than the first, a quarter more than the second. */
  quartiles: readonly [number, number];
}

/**
 * Measures all contenders in turn, each round in another order, so that other load on the machine affects all alike. The
 * time is that of the process on the CPU, so that waiting for the CPU does not count. The first rounds warm up and do not count.
 */
export async function compare(contenders: readonly Contender[], rounds: number, times: number): Promise<Measured[]> {
  const warmUp = Math.ceil(rounds / 4);
  const samples = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % contenders.length;
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const before = process.cpuUsage();
      await run(times);
      const { user, system } = process.cpuUsage(before);
      if (round >= warmUp) samples.get(name)!.push((user + system) / times);
    }
  }
  return contenders.map(({ name }) => {
    const sorted = samples.get(name)!.sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
    return { name, micros: at(0.5), quartiles: [at(0.25), at(0.75)] };
  });
}
