import { DrivenPage } from '../browser/driven-page.js';
import type { Measure } from './measure.js';

const rounds = 20;
const bytesPerMegabyte = 1_000_000;

async function heapOf(page: DrivenPage): Promise<{ heap: number; nodes: number }> {
  await page.collectGarbage();
  const { usedSize } = await page.cdp.send('Runtime.getHeapUsage');
  const { nodes } = await page.cdp.send('Memory.getDOMCounters');
  return { heap: usedSize / bytesPerMegabyte, nodes };
}

/** Megabytes and nodes left after 450 tiles were mounted and unmounted twenty times while their state lives on. */
export const churn: Measure = {
  isExact: true,
  async run({ browser, site, name }) {
    const page = await DrivenPage.open(browser, site, name, 450);
    const round = async (): Promise<void> => {
      await page.mount();
      await page.unmount();
    };
    // Code and caches of the first round are no leak.
    await round();
    const before = await heapOf(page);
    for (let done = 0; done < rounds; done++) await round();
    const after = await heapOf(page);
    await page.close();
    return { heap: after.heap - before.heap, nodesLeft: after.nodes - before.nodes };
  },
};
