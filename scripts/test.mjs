// `npm test`: installs what is missing, runs every check, names what failed, and ends with one line that says how many passed.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitOf } from './child-exit.mjs';
import { ensureBrowsers, ensureNodeModules } from './install.mjs';
import { ensureLiveKit } from './livekit.mjs';
import { onLoopback } from './loopback.mjs';
import { SetupError } from './setup-error.mjs';
import { elementsOutcome, readOutcome, vitestOutcome } from './test-reports.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const reports = '.cache/reports';
const brokenDown = 'the step broke down; its output says why';
/** @type {Outcome} */
const total = { passed: 0, failed: 0, failures: [] };

/** @typedef {import('./test-reports.mjs').Outcome} Outcome */

try {
  ensureNodeModules();
  ensureBrowsers();
  await ensureLiveKit();
  await runAll();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  total.failed += 1;
}
for (const failure of total.failures) console.log(`failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runAll() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await check('lint', npm('lint'));
  await check('types', npm('test:types'));
  await tests('unit', npm('test:unit', '--', ...vitestReport('unit')), vitestOutcome);
  await check('build', npm('build'));
  await check('size', npm('bench:size'));
  await check('package', ['node_modules/.bin/publint', '--strict']);
  await tests('elements', npm('test:elements'), elementsOutcome);
  await check('storybook', npm('build-storybook'));
  const e2e = npm('test:e2e', '--', ...vitestReport('e2e'));
  // A LiveKit on another machine cannot be reached with loopback only.
  await tests('e2e', process.env.LIVEKIT_URL ? e2e : onLoopback(e2e), vitestOutcome);
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
  add(name, ok ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [brokenDown] });
}

/**
 * Runs a step with tests and counts each. A step that breaks down or runs no test has failed.
 * @param {string} name
 * @param {string[]} command
 * @param {(report: any) => Outcome} outcomeOf
 */
async function tests(name, command, outcomeOf) {
  const ok = await run(name, command);
  const { passed, failed, failures } = readOutcome(`${reports}/${name}.json`, outcomeOf);
  const broken = passed + failed === 0 || (!ok && failed === 0);
  add(
    name,
    broken
      ? { passed, failed: 1, failures: failures.length > 0 ? failures : [brokenDown] }
      : { passed, failed, failures },
  );
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
 * @param {Outcome} outcome
 */
function add(name, { passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
  console.log(`=== ${name}: passed ${passed}, failed ${failed}`);
}
