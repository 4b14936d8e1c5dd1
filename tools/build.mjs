/**
 * `npm run build`: what the image runs, in dist/. Compiled JavaScript, the migrations and the shipped protocols beside the
 * programs that read them,
 * and the workflows as one bundle, so that a worker starts without building anything.
 */
import { execFileSync } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const migrations = 'activities/adapters/postgres/migrations';
const protocols = 'domain/protocol/shipped';

await rm(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
await cp(join(root, migrations), join(dist, migrations), { recursive: true });
await cp(join(root, protocols), join(dist, protocols), { recursive: true });
const { code } = await bundleWorkflowCode({
  workflowsPath: join(dist, 'workflows/index.js'),
  logger: new DefaultLogger('ERROR'),
});
await writeFile(join(dist, 'workflow-bundle.js'), code);
console.log(`[ok] dist/ and dist/workflow-bundle.js (${(code.length / 1_000_000).toFixed(1)} MB)`);
