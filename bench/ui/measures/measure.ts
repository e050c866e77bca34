import type { Browser } from 'playwright-core';
import type { Implementation } from '../implementations.js';
import type { Site } from '../site/site.js';

/** One round of a measure for one implementation. */
export interface Trial {
  browser: Browser;
  site: Site;
  name: Implementation;
  /** Seconds of updates. */
  seconds: number;
}

/** What one round found, by name. */
export type Findings = Readonly<Record<string, number>>;

export interface Measure {
  run(trial: Trial): Promise<Findings>;
  /** The implementations it is for. Default: all. */
  of?: readonly Implementation[];
  /** True: one round is enough, as it counts and does not time. */
  isExact?: boolean;
}
