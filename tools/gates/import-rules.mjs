import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/**
 * Compiles the project of `tsconfig` into a fresh folder, so that type-only imports are gone, runs `use(folder)` and
 * removes the folder. The folder lies below node_modules/.cache: packages resolve from it as they do from the source.
 */
export async function withBuild({ tsconfig, sources = root }, use) {
  const cache = join(root, 'node_modules/.cache/bangyeok');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'build-'));
  try {
    const options = ['--rootDir', sources, '--outDir', folder, '--noCheck', '--allowJs'];
    await promisify(execFile)(process.execPath, [tsc, '-p', resolve(root, tsconfig), ...options]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The broken import rules below `folder`, a build output: `[{ rule, from, to }]`, empty when all is well. */
export async function brokenImports(folder) {
  const { ruleSet, ...options } = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(['.'], { ...options, ruleSet, validate: true, baseDir: folder });
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
