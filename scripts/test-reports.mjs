// What the reports of the test runners say: how many tests passed, how many failed, and which.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, failures: string[] }} Outcome */
/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: VitestFile[] }} VitestReport */

/**
 * @param {string} file
 * @param {(report: any) => Outcome} outcomeOf
 * @returns {Outcome}
 */
export function readOutcome(file, outcomeOf) {
  try {
    return outcomeOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Without a report the runner broke down before it wrote one.
    return { passed: 0, failed: 0, failures: [] };
  }
}

/**
 * @param {VitestReport} report
 * @returns {Outcome}
 */
export function vitestOutcome({ numPassedTests, numFailedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that breaks down outside its tests has a message of its own.
    if (failed.length === 0) return status === 'failed' ? [failureLine(name, message)] : [];
    return failed.map((test) => failureLine(`${name} > ${test.fullName}`, test.failureMessages[0]));
  });
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

/**
 * @param {Record<string, Outcome>} report By browser.
 * @returns {Outcome}
 */
export function elementsOutcome(report) {
  const outcome = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const [browser, { passed, failed, failures }] of Object.entries(report)) {
    // An engine that ran no test counts as failed.
    const idle = passed + failed === 0;
    outcome.passed += passed;
    outcome.failed += idle ? 1 : failed;
    outcome.failures.push(...(idle ? ['no test ran'] : failures).map((failure) => `${browser}: ${failure}`));
  }
  return outcome;
}

/**
 * One line for one failure: where it is, and the first line of what was said.
 * @param {string} place
 * @param {string | undefined} message
 */
export function failureLine(place, message = '') {
  const firstLine = message.split('\n', 1)[0] ?? '';
  return `${place.replace(`${process.cwd()}/`, '')}: ${firstLine}`.slice(0, 400);
}
