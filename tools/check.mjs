/**
 * `npm run check`: every gate runs, also after one has failed, and each is one line with its time.
 * `--json <file>` writes `{ "passed": n, "failed": n }` for continuous integration.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gates } from './gates/gates.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

let failed = 0;
for (const { name, run } of gates) {
  const startedAt = performance.now();
  const { passed, output } = await run().catch((error) => ({
    passed: false,
    output: String(error?.stack ?? error),
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`[${passed ? 'ok' : 'FAILED'} ${seconds}s] ${name}`);
  if (!passed) {
    failed += 1;
    console.log(output.replaceAll(/^/gm, '    '));
  }
}
if (values.json) await writeFile(values.json, JSON.stringify({ passed: gates.length - failed, failed }));
process.exitCode = failed === 0 ? 0 : 1;
