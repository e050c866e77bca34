import { DrivenPage } from '../browser/driven-page.js';
import { traceFrames } from '../browser/trace-frames.js';
import type { UpdatesReport } from '../page/updates.js';
import type { Measure } from './measure.js';
import { asSent } from './rates.js';

/** How much slower the CPU is made. */
export const slowdown = 6;

/** Nine hosts at real rates on a slow machine, with a running timer. */
export const lowEnd: Measure = {
  of: ['feed', 'vanilla', 'kit'],
  async run({ browser, site, name, seconds }) {
    const page = await DrivenPage.open(browser, site, name, 9);
    await page.mount();
    await page.page.evaluate(() => bench.showTimer());
    await page.throttle(slowdown);
    await page.run({ ...asSent, seconds: 2 });
    let report: UpdatesReport | undefined;
    const { cpu } = await page.figuresOf(async () => {
      report = await page.run({ ...asSent, seconds });
    });
    // Apart, because tracing costs time too.
    const frames = await traceFrames(browser, page.page, async () => {
      await page.run({ ...asSent, seconds: 2 });
    });
    await page.checkTiles();
    await page.close();
    return {
      busyPercent: cpu / seconds / 10,
      longTasks: report!.longTasks,
      lagP99: report!.lagP99,
      droppedFrames: frames.dropped,
    };
  },
};
