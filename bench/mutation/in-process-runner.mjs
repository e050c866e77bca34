import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { JestAsymmetricMatchers, JestChaiExpect } from '@vitest/expect';
import * as chai from 'chai';
import { build } from 'esbuild';

chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Random play would find nearly every mutant, and say nothing about the directed tests. The clock is no rule. */
const left = /(^|\/)(play-.*|system-clock)\.test\.ts$/;

/** Only one process makes the dry run; the others read from here. */
const coverageFile = 'test-coverage.json';

/** What the tests see instead of vitest: it notes them. */
const tests = [];
let suite = [];
const describe = (name, define) => {
  suite.push(name);
  define();
  suite.pop();
};
const it = (name, run) => {
  const id = `${tests.length} ${[...suite, name].join(' > ')}`;
  tests.push({ id, run });
};
it.each = (rows) => (name, run) => {
  for (const row of rows) it(`${name} ${JSON.stringify(row)}`, () => (Array.isArray(row) ? run(...row) : run(row)));
};
globalThis.directedTests = { describe, it, expect: chai.expect };

const vitest = {
  name: 'vitest',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'noted' }));
    const contents = 'export const { describe, it, expect } = globalThis.directedTests;';
    onLoad({ filter: /.*/, namespace: 'noted' }, () => ({ contents }));
  },
};

/**
 * Runs the directed tests one after the other in one process, which loads the rules once. A worker of vitest for each
 * mutant takes ten times as long.
 */
class InProcessRunner {
  /** How often each test runs through each mutant. A mutant that it meets a hundred times as often makes it endless. */
  #coverage;
  #stryker = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const files = readdirSync('test/referee', { recursive: true }).filter((file) => /\.test\.ts$/.test(file));
    const chosen = files.filter((file) => !left.test(file)).sort();
    const outfile = resolve(`directed-tests-${process.pid}.mjs`);
    const contents = chosen.map((file) => `import './test/referee/${file}';`).join('\n');
    await build({
      stdin: { contents, resolveDir: process.cwd() },
      bundle: true,
      platform: 'node',
      format: 'esm',
      // package.json promises that a file without imported names does nothing. That is not so for tests.
      ignoreAnnotations: true,
      logLevel: 'error',
      plugins: [vitest],
      outfile,
    });
    await import(pathToFileURL(outfile));
  }

  async dryRun() {
    const results = [];
    for (const test of tests) {
      this.#stryker.currentTestId = test.id;
      results.push(await outcomeOf(test));
    }
    this.#stryker.currentTestId = undefined;
    const { mutantCoverage } = this.#stryker;
    writeFileSync(coverageFile, JSON.stringify(mutantCoverage.perTest));
    return { status: 'complete', tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter }) {
    this.#coverage ??= JSON.parse(readFileSync(coverageFile, 'utf8'));
    const outcome = await this.#runUntilFailure(activeMutant.id, new Set(testFilter));
    this.#stryker.activeMutant = undefined;
    return toMutantRunResult(outcome);
  }

  /** Tests that meet the mutant seldom come first: where it makes them endless, that shows soonest. */
  async #runUntilFailure(mutantId, testIds) {
    const hits = ({ id }) => this.#coverage[id]?.[mutantId] ?? 0;
    const results = [];
    for (const test of tests.filter(({ id }) => testIds.has(id)).sort((a, b) => hits(a) - hits(b))) {
      const hitLimit = 100 * Math.max(hits(test), 10);
      Object.assign(this.#stryker, { activeMutant: mutantId, hitCount: 0, hitLimit });
      const result = await outcomeOf(test);
      const endless = determineHitLimitReached(this.#stryker.hitCount, hitLimit);
      if (endless) return endless;
      results.push(result);
      if (result.status === failed) break;
    }
    return { status: 'complete', tests: results };
  }
}

const passed = 0;
const failed = 1;

async function outcomeOf({ id, run }) {
  const startedAt = performance.now();
  const result = (status, more) => ({ id, name: id, status, timeSpentMs: performance.now() - startedAt, ...more });
  try {
    await run();
    return result(passed);
  } catch (error) {
    return result(failed, { failureMessage: String(error) });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
