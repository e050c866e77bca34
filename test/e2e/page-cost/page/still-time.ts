/** Epoch milliseconds, which only `passTime` changes. */
let now = Date.UTC(2026, 0, 1);

Date.now = () => now;

// No timer fires: neither the time left nor an announcement for screen readers may be written while a cost is counted.
globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;

export function passTime(milliseconds: number): void {
  now += milliseconds;
}
