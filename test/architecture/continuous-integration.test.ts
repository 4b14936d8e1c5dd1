import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root, textOf } from './project-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangyeok-ci-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jestRun = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

/** The last line that .ci/run prints for these results, and its exit code; undefined results: the file is missing. */
function summary(
  check: object | undefined,
  tests: object | undefined,
): { last: string | undefined; code: number | null } {
  const file = (name: string, results: object | undefined): string => {
    const path = join(folder, `${name}-${results === undefined ? 'missing' : 'there'}.json`);
    if (results !== undefined) writeFileSync(path, JSON.stringify(results));
    return path;
  };
  const program = [join(root, 'tools/ci/summary.mjs'), file('check', check), file('tests', tests)];
  const { stdout, status } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return { last: stdout.trimEnd().split('\n').at(-1), code: status };
}

const allGates = { passed: 5, failed: 0 };

test.each([
  ['all is well', allGates, { ...jestRun, success: true, numPassedTests: 40 }, '45 passed, 0 failed', 0],
  [
    'a gate failed',
    { passed: 4, failed: 1 },
    { ...jestRun, success: true, numPassedTests: 40 },
    '44 passed, 1 failed',
    1,
  ],
  [
    'a test failed',
    allGates,
    { ...jestRun, success: false, numPassedTests: 39, numFailedTests: 1 },
    '44 passed, 1 failed',
    1,
  ],
  ['no test was executed', allGates, { ...jestRun, success: true }, '5 passed, 1 failed', 1],
  [
    'a test was skipped',
    allGates,
    { ...jestRun, success: true, numPassedTests: 39, numPendingTests: 1 },
    '44 passed, 1 failed',
    1,
  ],
  [
    'a file did not load',
    allGates,
    { ...jestRun, success: false, numPassedTests: 9, numRuntimeErrorTestSuites: 1 },
    '14 passed, 1 failed',
    1,
  ],
  [
    'jest failed outside of a test',
    allGates,
    { ...jestRun, success: false, numPassedTests: 9 },
    '14 passed, 1 failed',
    1,
  ],
  ['jest died', allGates, undefined, '5 passed, 1 failed', 1],
  ['the check died', undefined, { ...jestRun, success: true, numPassedTests: 40 }, '40 passed, 1 failed', 1],
])('%s', (_, check, tests, last, code) => {
  expect(summary(check, tests)).toEqual({ last, code });
});

test('.ci/run installs, checks, tests and ends with the summary', () => {
  const steps = ['npm ci', 'npm run check', 'npm test', 'tools/ci/summary.mjs'];
  const places = steps.map((step) => textOf('.ci/run').lastIndexOf(step));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
