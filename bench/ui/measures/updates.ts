import { DrivenPage } from '../browser/driven-page.js';
import { processorTime } from '../browser/processor-time.js';
import type { UpdatesReport } from '../page/updates.js';
import type { Findings, Measure, Trial } from './measure.js';
import { eachAlone } from './rates.js';

const warmUpSeconds = 1;

/** What 1,000 scores and 200 levels a second cost, with so many tiles. Times are milliseconds in each second. */
export function updatesOf(people: number): Measure {
  return { run: async (trial) => await run(trial, people) };
}

async function run({ browser, site, name, seconds }: Trial, people: number): Promise<Findings> {
  const page = await DrivenPage.open(browser, site, name, people);
  await page.mount();
  await page.page.evaluate(() => bench.showTimer());
  await page.run({ ...eachAlone, seconds: warmUpSeconds });
  let report: UpdatesReport | undefined;
  const processorsBefore = await processorTime(browser);
  const figures = await page.figuresOf(async () => {
    report = await page.run({ ...eachAlone, seconds }, { countsFrames: true });
  });
  const processors = (await processorTime(browser)) - processorsBefore;
  await page.checkTiles();
  await page.close();
  const { lagMedian, lagP99, longTasks, droppedFrames, updates } = report!;
  return {
    cpu: figures.cpu / seconds,
    processors: (processors * 1000) / seconds,
    script: figures.script / seconds,
    style: figures.style / seconds,
    layout: figures.layout / seconds,
    styleCount: figures.styleCount / seconds,
    layoutCount: figures.layoutCount / seconds,
    lagMedian,
    lagP99,
    longTasks,
    droppedFrames,
    updates,
  };
}
