// `npm run bench:size`: prints what a page downloads for each entry of the package and each file of the CDN, in bytes,
// and fails when one passes its budget. Run it after `npm run build`. With `--set` it writes new budgets instead.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { budgetFailures, budgetFor, type Budgets } from './budget-check.js';
import { entrySizes, packageSize } from './bundles.js';
import { compressedSize, type CompressedSize } from './compressed-size.js';
import { entriesOf, type Exports } from './entries.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const budgetFile = new URL('budgets.json', import.meta.url);
const cdn = `${root}dist/cdn/`;

if (!existsSync(cdn)) {
  console.error('there is no dist/cdn; run `npm run build` first');
  process.exit(1);
}
const sizes = await measured();
if (process.argv.includes('--set')) {
  const fresh = Object.fromEntries([...sizes].map(([name, size]) => [name, budgetFor(size)]));
  writeFileSync(budgetFile, `${JSON.stringify(fresh, null, 2)}\n`);
}
const budgets = JSON.parse(readFileSync(budgetFile, 'utf8')) as Budgets;
printRow('', 'min', 'gzip', 'budget', 'brotli');
for (const [name, { min, gzip, brotli }] of sizes) printRow(name, min, gzip, budgets[name] ?? '–', brotli);
const failures = budgetFailures(sizes, budgets);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;

async function measured(): Promise<Map<string, CompressedSize>> {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Exports };
  const all = new Map<string, CompressedSize>();
  for (const entry of entriesOf(exports, root)) {
    for (const [name, size] of await entrySizes(entry, root)) all.set(name, size);
  }
  all.set('livekit-client', await packageSize('livekit-client', root));
  for (const file of readdirSync(cdn, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.js')) all.set(`cdn/${file}`, compressedSize([readFileSync(cdn + file)]));
  }
  return all;
}

function printRow(name: string, ...cells: readonly (number | string)[]): void {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell).padStart(10));
  console.log(name.padEnd(36) + texts.join(''));
}
