import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium.js';
import { DrivenPage } from '../browser/driven-page.js';
import { readTrace } from '../browser/trace.js';
import type { Implementation } from '../implementations.js';
import type { BenchOptions } from '../options.js';
import { Site } from '../site/site.js';
import { byCategory } from './categories.js';
import { functionTimes, type CpuProfile } from './functions.js';
import { selfTimes } from './self-times.js';
import { workloads, type Workload } from './workloads.js';

const folder = new URL('../results/', import.meta.url);
const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', 'blink', 'v8'];
const shown = 25;
/** Microseconds between two samples. */
const samplingInterval = 100;

/** Writes a trace and a CPU profile of the chosen measures' work, and prints what costs what. */
export async function profile(name: Implementation, { measures, seconds }: BenchOptions): Promise<void> {
  const site = await Site.open([name], { isReadable: true });
  const browser = await launchChromium();
  await mkdir(folder, { recursive: true });
  for (const measure of measures) {
    const workload = workloads[measure];
    if (!workload) continue;
    const opened = async (): Promise<DrivenPage> => {
      const page = await DrivenPage.open(browser, site, name, workload.people);
      await workload.prepare(page);
      return page;
    };
    console.log(`\n# ${name}, ${measure}`);
    await traced(browser, await opened(), workload, seconds, new URL(`${name}-${measure}.trace.json`, folder));
    await sampled(await opened(), workload, seconds, new URL(`${name}-${measure}.cpuprofile`, folder));
  }
  await browser.close();
  site.close();
}

async function traced(browser: Browser, page: DrivenPage, { work }: Workload, seconds: number, to: URL): Promise<void> {
  await browser.startTracing(page.page, { categories: traceCategories });
  await work(page, seconds);
  const buffer = await browser.stopTracing();
  await page.close();
  await writeFile(to, buffer);
  const times = selfTimes(readTrace(buffer));
  print('CPU by kind of work, ms', byCategory(times));
  print('CPU by event, ms', times);
  console.log(`trace: ${fileURLToPath(to)}`);
}

async function sampled(page: DrivenPage, { work }: Workload, seconds: number, to: URL): Promise<void> {
  await page.cdp.send('Profiler.enable');
  await page.cdp.send('Profiler.setSamplingInterval', { interval: samplingInterval });
  await page.cdp.send('Profiler.start');
  await work(page, seconds);
  const taken: CpuProfile = (await page.cdp.send('Profiler.stop')).profile;
  await page.close();
  await writeFile(to, JSON.stringify(taken));
  print('Functions, ms', functionTimes(taken));
  console.log(`CPU profile: ${fileURLToPath(to)}`);
}

function print(title: string, times: ReadonlyMap<string, number>): void {
  console.log(`\n## ${title}`);
  for (const [name, millis] of [...times].slice(0, shown)) console.log(`${millis.toFixed(1).padStart(9)}  ${name}`);
}
