import type { Browser, Page } from 'playwright-core';
import { readTrace, type TraceEvent } from './trace.js';

export interface TracedFrames {
  /** Instants of the frames that were drawn, milliseconds. */
  drawn: readonly number[];
  dropped: number;
  /** Instants of the page's `performance.mark` by name, milliseconds. */
  marks: ReadonlyMap<string, number>;
}

/** Counts the frames that the compositor draws and drops meanwhile. */
export async function traceFrames(browser: Browser, page: Page, work: () => Promise<void>): Promise<TracedFrames> {
  const categories = ['devtools.timeline.frame', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await browser.startTracing(page, { categories });
  await work();
  const { events } = readTrace(await browser.stopTracing());
  const named = (name: string): TraceEvent[] => events.filter((event) => event.name === name);
  return {
    drawn: named('DrawFrame').map(({ ts }) => ts / 1000),
    dropped: named('DroppedFrame').length,
    marks: new Map(events.filter(({ cat }) => cat.includes('user_timing')).map(({ name, ts }) => [name, ts / 1000])),
  };
}
