import { DrivenPage } from '../browser/driven-page.js';
import type { Measure } from './measure.js';

async function nodesOf(page: DrivenPage): Promise<number> {
  await page.collectGarbage();
  const { nodes } = await page.cdp.send('Memory.getDOMCounters');
  return nodes;
}

/** DOM nodes of 450 tiles, shadow trees and the browser's own nodes included. */
export const nodes: Measure = {
  isExact: true,
  async run({ browser, site, name }) {
    const page = await DrivenPage.open(browser, site, name, 450);
    const before = await nodesOf(page);
    await page.mount();
    const after = await nodesOf(page);
    await page.checkTiles();
    await page.close();
    return { nodes: after - before };
  },
};
