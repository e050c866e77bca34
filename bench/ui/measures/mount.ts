import { DrivenPage } from '../browser/driven-page.js';
import { median } from '../report/summary.js';
import type { Measure } from './measure.js';

const times = 5;

/** CPU in milliseconds until 450 tiles are painted: the first time in a page, and once its code is warm. */
export const mount: Measure = {
  async run({ browser, site, name }) {
    const page = await DrivenPage.open(browser, site, name, 450);
    const costs: number[] = [];
    for (let time = 0; time < times; time++) {
      await page.collectGarbage();
      const { cpu } = await page.figuresOf(async () => await page.mount());
      costs.push(cpu);
      await page.unmount();
    }
    await page.close();
    const [first, ...again] = costs;
    return { first: first!, again: median(again) };
  },
};
