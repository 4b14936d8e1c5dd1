/** `{ passed, failed, remarks }` of the gates. No results at all count as one failure. */
export function checkCounts(results) {
  if (results === undefined) return failure('npm run check left no results');
  return { passed: results.passed, failed: results.failed, remarks: [] };
}

/**
 * `{ passed, failed, remarks }` of a jest run. A test file that did not even load is a failure, and so are a run in which
 * no test was executed and a test that was skipped: a green line must mean that everything was tried.
 */
export function testCounts(results) {
  if (results === undefined) return failure('npm test left no results');
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
    results;
  const skipped = numPendingTests + numTodoTests;
  const remarks = [];
  let failed = numFailedTests + numRuntimeErrorTestSuites + skipped;
  if (numRuntimeErrorTestSuites > 0) remarks.push(`${numRuntimeErrorTestSuites} test files did not load`);
  if (skipped > 0) remarks.push(`${skipped} tests were skipped`);
  if (numPassedTests + numFailedTests === 0) {
    remarks.push('no test was executed');
    failed = Math.max(failed, 1);
  }
  if (!results.success && failed === 0) {
    remarks.push('jest reports a failure outside of any test');
    failed = 1;
  }
  return { passed: numPassedTests, failed, remarks };
}

export function addedUp(...counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    remarks: counts.flatMap(({ remarks }) => remarks),
  };
}

const failure = (remark) => ({ passed: 0, failed: 1, remarks: [remark] });
