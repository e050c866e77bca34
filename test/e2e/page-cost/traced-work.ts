import type { Trace } from '../../../bench/ui/browser/trace.js';

/** How much of a page the browser worked on. The count of its passes does not tell that. */
export interface TracedWork {
  /** Elements whose styles were computed. */
  styledElements: number;
  /** Boxes that were marked for layout. */
  dirtyBoxes: number;
}

/** What Chromium's events of category `devtools.timeline` say of a pass. */
interface PassArgs {
  elementCount?: number;
  beginData?: { dirtyObjects?: number };
}

export function tracedWork({ events }: Trace): TracedWork {
  const sumOf = (name: string, count: (args: PassArgs) => number | undefined): number =>
    events
      .filter((event) => event.name === name)
      .reduce((sum, { args }) => sum + (count((args ?? {}) as PassArgs) ?? 0), 0);
  return {
    styledElements: sumOf('UpdateLayoutTree', ({ elementCount }) => elementCount),
    dirtyBoxes: sumOf('Layout', ({ beginData }) => beginData?.dirtyObjects),
  };
}
