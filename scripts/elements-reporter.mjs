import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failureLine } from './test-reports.mjs';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */
/** @typedef {import('./test-reports.mjs').Outcome} Outcome */

/**
 * Writes which element tests passed and failed per browser to a file for `npm test`.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function outcomeReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      /** @type {Record<string, Outcome>} */
      const browsers = {};
      for (const { browser, testFile, errors, testResults } of sessions) {
        const outcome = (browsers[browser.name] ??= { passed: 0, failed: 0, failures: [] });
        // A file with an error outside its tests counts as failed.
        if (errors.length > 0) fail(outcome, failureLine(testFile, errors[0]?.message));
        if (testResults) collect(testResults, testFile, outcome);
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(browsers, null, 2));
    },
  };
}

/**
 * @param {Pick<TestSuiteResult, 'suites' | 'tests'>} suite
 * @param {string} place
 * @param {Outcome} outcome
 */
function collect(suite, place, outcome) {
  for (const { name, skipped, passed, error } of suite.tests) {
    if (skipped) continue;
    if (passed) outcome.passed += 1;
    else fail(outcome, failureLine(`${place} > ${name}`, error?.message));
  }
  for (const inner of suite.suites) collect(inner, `${place} > ${inner.name}`, outcome);
}

/**
 * @param {Outcome} outcome
 * @param {string} failure
 */
function fail(outcome, failure) {
  outcome.failed += 1;
  outcome.failures.push(failure);
}
