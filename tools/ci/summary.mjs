/**
 * Adds up what continuous integration ran and prints the last line, `N passed, N failed`.
 * Usage: summary.mjs <results of check.mjs> <results of jest> ; either file may be missing, because what wrote it died.
 */
import { readFile } from 'node:fs/promises';
import { addedUp, checkCounts, testCounts } from './counts.mjs';

const resultsIn = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const [checkFile = '', testFile = ''] = process.argv.slice(2);
const { passed, failed, remarks } = addedUp(
  checkCounts(await resultsIn(checkFile)),
  testCounts(await resultsIn(testFile)),
);
for (const remark of remarks) console.log(remark);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
