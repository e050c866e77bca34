import { DrivenPage } from '../browser/driven-page.js';
import { traceFrames, type TracedFrames } from '../browser/trace-frames.js';
import { slowdown } from './low-end.js';
import type { Measure } from './measure.js';

/** How long each animation is watched, milliseconds. */
const leadMillis = 500;
const resultMillis = 1500;

/** Frames drawn per second while two hosts change the lead, and while the result appears, on a slow machine. */
export const animations: Measure = {
  of: ['kit'],
  async run({ browser, site, name }) {
    const page = await DrivenPage.open(browser, site, name, 2);
    await page.mount();
    await page.page.evaluate(() => bench.play('firstLead'));
    await page.throttle(slowdown);
    await page.page.waitForTimeout(1500);
    const lead = await traceFrames(browser, page.page, async () => {
      await page.page.evaluate(() => bench.play('lead'));
      await page.page.waitForTimeout(leadMillis + 500);
    });
    const result = await traceFrames(browser, page.page, async () => {
      await page.page.evaluate(() => bench.play('result'));
      await page.page.waitForTimeout(resultMillis + 500);
    });
    await page.close();
    return { lead: framesPerSecond(lead, 'lead', leadMillis), result: framesPerSecond(result, 'result', resultMillis) };
  },
};

function framesPerSecond({ drawn, marks }: TracedFrames, mark: string, millis: number): number {
  const from = marks.get(mark)!;
  return (drawn.filter((at) => at >= from && at < from + millis).length * 1000) / millis;
}
