// `npm test`: installs what is missing, runs every check, and ends with one line that says how many passed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitOf } from './child-exit.mjs';
import { ensureBrowsers, ensureNodeModules } from './install.mjs';
import { ensureLiveKit } from './livekit.mjs';
import { onLoopback } from './loopback.mjs';
import { SetupError } from './setup-error.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const reports = '.cache/reports';
const total = { passed: 0, failed: 0 };

/** @typedef {{ passed: number, failed: number }} Counts */

try {
  ensureNodeModules();
  ensureBrowsers();
  await ensureLiveKit();
  await runAll();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runAll() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await check('lint', npm('lint'));
  await check('types', npm('test:types'));
  await tests('unit', npm('test:unit', '--', ...vitestReport('unit')), vitestCounts);
  await check('build', npm('build'));
  await check('package', ['node_modules/.bin/publint', '--strict']);
  await tests('elements', npm('test:elements'), elementCounts);
  await check('storybook', npm('build-storybook'));
  const e2e = npm('test:e2e', '--', ...vitestReport('e2e'));
  // A LiveKit on another machine cannot be reached with loopback only.
  await tests('e2e', process.env.LIVEKIT_URL ? e2e : onLoopback(e2e), vitestCounts);
}

/** @param {string[]} args */
function npm(...args) {
  return ['npm', 'run', '--silent', ...args];
}

/** @param {string} name */
function vitestReport(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${name}.json`];
}

/**
 * Runs a step without tests, which counts as one test.
 * @param {string} name
 * @param {string[]} command
 */
async function check(name, command) {
  const ok = await run(name, command);
  add(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
}

/**
 * Runs a step with tests and counts each. A step that breaks down or runs no test has failed.
 * @param {string} name
 * @param {string[]} command
 * @param {(report: unknown) => Counts} countsOf
 */
async function tests(name, command, countsOf) {
  const ok = await run(name, command);
  const { passed, failed } = readCounts(name, countsOf);
  const broken = passed + failed === 0 || (!ok && failed === 0);
  add(name, { passed, failed: broken ? failed + 1 : failed });
}

/**
 * @param {string} name
 * @param {string[]} command
 */
async function run(name, [program = '', ...args]) {
  console.log(`\n=== ${name}`);
  const startedAt = Date.now();
  const code = await exitOf(spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }));
  console.log(`=== ${name}: ${code === 0 ? 'ok' : 'failed'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return code === 0;
}

/**
 * @param {string} name
 * @param {(report: unknown) => Counts} countsOf
 */
function readCounts(name, countsOf) {
  try {
    return countsOf(JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8')));
  } catch {
    // Without a report the runner broke down before it wrote one.
    return { passed: 0, failed: 0 };
  }
}

/** @param {unknown} report */
function vitestCounts(report) {
  const { numPassedTests, numFailedTests } = /** @type {{ numPassedTests: number, numFailedTests: number }} */ (report);
  return { passed: numPassedTests, failed: numFailedTests };
}

/** @param {unknown} report */
function elementCounts(report) {
  const browsers = Object.values(/** @type {Record<string, Counts>} */ (report));
  // An engine that ran no test counts as failed.
  const idle = browsers.filter(({ passed, failed }) => passed + failed === 0).length;
  const sum = (/** @type {keyof Counts} */ key) => browsers.reduce((count, counts) => count + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') + idle };
}

/**
 * @param {string} name
 * @param {Counts} counts
 */
function add(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  console.log(`=== ${name}: passed ${passed}, failed ${failed}`);
}
