import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root, textOf } from './project-files.ts';

type Diagnostic = { filename: string; code: string; message: string };
type Restriction = { name?: string; property?: string; patterns?: unknown[] };
type Rules = Record<string, string | [string, ...Restriction[]]>;
type Configuration = { rules: Rules; overrides: { files: string[]; rules: Rules }[] };

/** The fixtures stand in a folder of their own, laid out as the project is, so that the rules per layer apply to them. */
const folder = mkdtempSync(join(tmpdir(), 'bangyeok-lint-'));
cpSync(join(root, 'test/architecture/fixtures/lint'), folder, { recursive: true });
cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
const compilerOptions = { strict: true, target: 'es2023', module: 'nodenext', noEmit: true, types: [] };
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(where: string): Diagnostic[] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json'],
    {
      cwd: where,
      encoding: 'utf8',
      env: { ...process.env, OXLINT_TSGOLINT_PATH: join(root, 'node_modules/.bin/tsgolint') },
    },
  );
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

/** The first line of a fixture says what must be red: `// red: <code> [<what the message names>]`. */
const fixtures = ['domain', 'workflows', 'activities'].flatMap((layer) =>
  readdirSync(join(folder, layer)).flatMap((name): { file: string; code: string; named: string }[] => {
    const file = `${layer}/${name}`;
    const [, code, named = ''] =
      /^\/\/ red: (\S+) ?(\S*)\n/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    return code === undefined ? [] : [{ file, code, named }];
  }),
);
const diagnostics = lint(folder);

test.each(fixtures)('$file is red for $code $named, and for nothing else', ({ file, code, named }) => {
  const found = diagnostics.filter(({ filename }) => filename === file);
  expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(found[0]?.message).toContain(named);
});

const { rules, overrides } = JSON.parse(textOf('.oxlintrc.json')) as Configuration;
const layers = [
  { layer: 'activities', rules },
  ...overrides.map(({ files, ...rest }) => ({ layer: files[0]?.replace('/**', ''), ...rest })),
];
const restrictions = layers.flatMap(({ layer, rules: ofLayer }) =>
  Object.entries(ofLayer).flatMap(([rule, setting]) => {
    if (setting === 'off') return [];
    const code = rule.replace(/^(\w+)\/(.+)$/, '$1($2)');
    const [, ...options] = typeof setting === 'string' ? [setting] : setting;
    return (options.length === 0 ? [{}] : options).map(({ name, property }) => ({
      layer,
      code,
      named: property ?? name ?? '',
    }));
  }),
);

test.each(restrictions)('$code $named has a known-bad fixture in $layer', ({ layer, code, named }) => {
  expect(fixtures).toContainEqual({
    file: expect.stringMatching(`^${layer}/`),
    code,
    named: expect.stringContaining(named),
  });
});

test('the project keeps its own lint rules', () => {
  expect(lint(root).map(({ filename, code }) => `${filename}: ${code}`)).toEqual([]);
});
