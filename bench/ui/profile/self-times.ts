import type { Trace, TraceEvent } from '../browser/trace.js';

/** CPU milliseconds of the main thread by event name, without the events inside it. */
export function selfTimes({ events, mainThread }: Trace): ReadonlyMap<string, number> {
  const spans = events
    .filter(({ ph, tid }) => ph === 'X' && tid === mainThread)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const times = new Map<string, number>();
  const open: TraceEvent[] = [];
  const add = ({ name }: TraceEvent, micros: number): void => {
    times.set(name, (times.get(name) ?? 0) + micros / 1000);
  };
  for (const span of spans) {
    while (open.length > 0 && endOf(open.at(-1)!) <= span.ts) open.pop();
    const cpu = span.tdur ?? span.dur ?? 0;
    add(span, cpu);
    const around = open.at(-1);
    if (around) add(around, -cpu);
    open.push(span);
  }
  return new Map([...times].sort(([, a], [, b]) => b - a));
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
