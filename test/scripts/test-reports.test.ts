import { expect, test } from 'vitest';
import { elementsOutcome, failureLine, vitestOutcome } from '../../scripts/test-reports.mjs';

const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
const failed = { fullName: 'subtracts', status: 'failed', failureMessages: ['expected 1\n    at sum.ts:1'] };

test('a failed test is named with its file and the first line of its message', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [{ name: 'sum.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] }],
  };
  expect(vitestOutcome(report)).toEqual({
    passed: 1,
    failed: 1,
    failures: ['sum.test.ts > subtracts: expected 1'],
  });
});

test('a file that breaks down outside its tests is named', () => {
  const report = {
    numPassedTests: 0,
    numFailedTests: 0,
    testResults: [{ name: 'sum.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
  };
  expect(vitestOutcome(report).failures).toEqual(['sum.test.ts: no such module']);
});

test('the numbers of all browsers are added up, and one without tests has failed', () => {
  const report = {
    Chromium: { passed: 2, failed: 1, failures: ['seat.test.ts > shows a name: expected Ann'] },
    WebKit: { passed: 0, failed: 0, failures: [] },
  };
  expect(elementsOutcome(report)).toEqual({
    passed: 2,
    failed: 2,
    failures: ['Chromium: seat.test.ts > shows a name: expected Ann', 'WebKit: no test ran'],
  });
});

test('long messages are cut, and paths begin at the project', () => {
  const line = failureLine(`${process.cwd()}/test/sum.test.ts`, 'x'.repeat(1000));
  expect(line).toMatch(/^test\/sum\.test\.ts: x+$/);
  expect(line.length).toBe(400);
});
