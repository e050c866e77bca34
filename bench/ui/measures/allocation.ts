import { DrivenPage } from '../browser/driven-page.js';
import type { Measure } from './measure.js';
import { eachAlone } from './rates.js';

/** A sample each so many bytes. */
const samplingInterval = 1024;

interface AllocationNode {
  selfSize: number;
  children: readonly AllocationNode[];
}

function bytesOf({ selfSize, children }: AllocationNode): number {
  return children.reduce((sum, child) => sum + bytesOf(child), selfSize);
}

/** Bytes allocated per update with nine tiles; a page of its own, as the sampling costs time. */
export const allocation: Measure = {
  async run({ browser, site, name, seconds }) {
    const page = await DrivenPage.open(browser, site, name, 9);
    await page.mount();
    await page.run({ ...eachAlone, seconds: 1 });
    await page.cdp.send('HeapProfiler.startSampling', {
      samplingInterval,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    const { updates } = await page.run({ ...eachAlone, seconds });
    const { profile } = await page.cdp.send('HeapProfiler.stopSampling');
    await page.checkTiles();
    await page.close();
    return { bytes: bytesOf(profile.head) / updates };
  },
};
