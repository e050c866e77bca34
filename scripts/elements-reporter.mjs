import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Writes the numbers of passed, failed and skipped element tests per browser to a file for `npm test`.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      /** @type {Record<string, Counts>} */
      const browsers = {};
      for (const { browser, errors, testResults } of sessions) {
        const counts = (browsers[browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
        // A file with an error outside its tests counts as failed.
        if (errors.length > 0) counts.failed += 1;
        if (testResults) count(testResults, counts);
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(browsers, null, 2));
    },
  };
}

/**
 * @param {Pick<TestSuiteResult, 'suites' | 'tests'>} suite
 * @param {Counts} counts
 */
function count(suite, counts) {
  for (const { skipped, passed } of suite.tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}
