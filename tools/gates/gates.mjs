import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brokenImports, withBuild } from './import-rules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a development program of node_modules with this Node; resolves to its printed words and whether it was content. */
const program = (path, ...options) =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${root}node_modules/${path}`, ...options],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (failure, stdout, stderr) => resolve({ passed: failure === null, output: `${stdout}${stderr}`.trim() }),
    );
  });

const importsFollowTheRules = async () => {
  const violations = await withBuild({ tsconfig: 'tsconfig.json' }, brokenImports);
  const lines = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
  return { passed: lines.length === 0, output: lines.join('\n') };
};

/** What `npm run check` demands, cheapest first. Every gate resolves to `{ passed, output }`. */
export const gates = [
  {
    name: 'format',
    // By content, so that a fresh checkout of what was checked before is quick too.
    run: () =>
      program(
        'prettier/bin/prettier.cjs',
        ...['--check', '--log-level', 'warn'],
        ...[
          '--cache',
          '--cache-strategy',
          'content',
          '--cache-location',
          'node_modules/.cache/bangyeok/prettier',
        ],
        '.',
      ),
  },
  { name: 'types', run: () => program('typescript/bin/tsc', '--noEmit', '--pretty', 'false') },
  { name: 'lint', run: () => program('oxlint/bin/oxlint', '--format', 'unix') },
  { name: 'imports', run: importsFollowTheRules },
  { name: 'dead code', run: () => program('knip/bin/knip.js', '--no-progress') },
];
