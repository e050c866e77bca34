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
  const categories = ['disabled-by-default-devtools.timeline.frame', 'blink.user_timing', '__metadata'];
  await browser.startTracing(page, { categories });
  await work();
  const { events } = readTrace(await browser.stopTracing());
  const at = ({ ts }: TraceEvent): number => ts / 1000;
  const isPresented = ({ name, ph }: TraceEvent): boolean =>
    name === 'SubmitCompositorFrameToPresentationCompositorFrame' && ph === 'e';
  return {
    drawn: events.filter(isPresented).map(at),
    dropped: events.filter(({ args }) => args?.frame_reporter?.state === 'STATE_DROPPED').length,
    marks: new Map(events.filter(({ cat }) => cat.includes('user_timing')).map((event) => [event.name, at(event)])),
  };
}
