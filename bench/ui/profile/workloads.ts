import type { DrivenPage } from '../browser/driven-page.js';
import type { MeasureName } from '../measures/measures.js';
import { asSent, eachAlone } from '../measures/rates.js';

/** Work that can be profiled. */
export interface Workload {
  people: number;
  prepare: (page: DrivenPage) => Promise<void>;
  work: (page: DrivenPage, seconds: number) => Promise<unknown>;
}

function updates(people: number, rates: typeof eachAlone): Workload {
  return {
    people,
    prepare: async (page) => {
      await page.mount();
      await page.run({ ...rates, seconds: 1 });
    },
    work: async (page, seconds) => await page.run({ ...rates, seconds }),
  };
}

const mounts: Workload = {
  people: 450,
  prepare: async () => undefined,
  work: async (page) => await page.mount(),
};

/** The work of these measures; the others do the same work. */
export const workloads: Partial<Record<MeasureName, Workload>> = {
  nine: updates(9, eachAlone),
  many: updates(450, eachAlone),
  'low-end': updates(9, asSent),
  mount: mounts,
};
