// `npm run bench:ui`: what tiles of a live cost in a page, for the kit and its peers. README.md says how it is measured.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './browser/chromium.js';
import type { Measure } from './measures/measure.js';
import { measures } from './measures/measures.js';
import { readOptions, type BenchOptions } from './options.js';
import { profile } from './profile/profile.js';
import { AllFindings } from './report/findings.js';
import { tableOf } from './report/table.js';
import { Site } from './site/site.js';

async function measureAll({ only, measures: wanted, rounds, seconds }: BenchOptions): Promise<AllFindings> {
  const findings = new AllFindings();
  const site = await Site.open(only);
  const browser = await launchChromium();
  try {
    for (const measureName of wanted) {
      const measure: Measure = measures[measureName];
      const names = only.filter((name) => measure.of?.includes(name) ?? true);
      for (let round = 0; round < (measure.isExact ? 1 : rounds); round++) {
        // Each round in another order, so that other load on the machine affects all alike.
        const first = round % Math.max(names.length, 1);
        for (const name of [...names.slice(first), ...names.slice(0, first)]) {
          process.stderr.write(`${measureName}, round ${round + 1}: ${name}\n`);
          findings.add(measureName, name, await measure.run({ browser, site, name, seconds }));
        }
      }
    }
  } finally {
    await browser.close();
    site.close();
  }
  return findings;
}

async function write(path: string, findings: AllFindings, options: BenchOptions): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ options, findings }, null, 2)}\n`);
}

const options = readOptions(process.argv.slice(2));
if (options.profile) await profile(options.profile, options);
else {
  const findings = await measureAll(options);
  console.log(tableOf(findings, options.only));
  const date = new Date().toISOString().slice(0, 16).replace(':', '');
  const path = options.out ?? fileURLToPath(new URL(`results/${date}.json`, import.meta.url));
  await write(path, findings, options);
  console.log(`\n0 wrong tiles. All figures: ${path}`);
}
