/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** CPU time of the thread. */
  tdur?: number;
  args?: { name?: string; frame_reporter?: { state: string } };
}

/** A trace, and of its events those of the page's process. */
export interface Trace {
  events: readonly TraceEvent[];
  /** The thread that runs the page's script. */
  mainThread: number;
}

/** The page is the renderer whose main thread was busy the longest. */
export function readTrace(buffer: Buffer): Trace {
  const { traceEvents } = JSON.parse(buffer.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const busy = mains.map(({ pid, tid }) => {
    const own = traceEvents.filter((event) => event.pid === pid && event.tid === tid);
    return { pid, tid, micros: own.reduce((sum, { dur }) => sum + (dur ?? 0), 0), count: own.length };
  });
  const [main] = busy.sort((a, b) => b.micros - a.micros || b.count - a.count);
  if (!main) throw new Error('the trace has no page');
  return { events: traceEvents.filter(({ pid }) => pid === main.pid), mainThread: main.tid };
}
