/**
 * Prints, as JSON, the broken imports of each known-bad fixture, `{ "<fixture>": [{ rule, from, to }, ...] }`, and those of
 * the real tree under "". One process for all of them keeps the test that reads it fast.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenImports, withBuild } from './import-rules.mjs';

const fixtures = fileURLToPath(new URL('../../test/architecture/fixtures/', import.meta.url));
const tsconfig = join(fixtures, 'tsconfig.json');

const broken = await withBuild({ tsconfig, sources: join(fixtures, 'imports') }, async (folder) => {
  const byFixture = {};
  for (const fixture of await readdir(folder))
    byFixture[fixture] = await brokenImports(join(folder, fixture));
  return byFixture;
});
broken[''] = await withBuild({ tsconfig: 'tsconfig.json' }, brokenImports);
process.stdout.write(JSON.stringify(broken));
