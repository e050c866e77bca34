/** The part of a CPU profile of DevTools that is read. */
export interface CpuProfile {
  nodes: readonly { id: number; callFrame: { functionName: string; lineNumber: number; url: string } }[];
  samples?: readonly number[];
  /** Microseconds since the sample before. */
  timeDeltas?: readonly number[];
}

/** Milliseconds by function, without the functions it calls. What the browser itself does is `(program)`. */
export function functionTimes({ nodes, samples = [], timeDeltas = [] }: CpuProfile): ReadonlyMap<string, number> {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, lineNumber, url } }) => [
      id,
      `${functionName || '(anonymous)'}${url === '' ? '' : ` :${lineNumber + 1}`}`,
    ]),
  );
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id)!;
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return new Map([...times].sort(([, a], [, b]) => b - a));
}
