/** What the worker sends: kind, due time in epoch milliseconds, then index and value of each change. */
export type Packet = readonly number[];

/** First number of a packet. */
export const packetKind = { scores: 0, levels: 1, end: 2 } as const;

/** What the worker is to send. */
export interface Order {
  people: number;
  seconds: number;
  /** Packets a second. */
  scores: number;
  levels: number;
  /** Changes in one packet. */
  changes: number;
}

/** Epoch milliseconds, finer than `Date.now()`; the same in page and worker. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
