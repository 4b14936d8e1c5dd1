import { describe, expect, test } from '@jest/globals';
import { filesBelow, textOf } from './project-files.ts';
import { shapeRules } from './shape-rules.ts';

const files = ['domain', 'workflows', 'activities', 'api', 'tools', 'test', '.ci']
  .flatMap(filesBelow)
  .filter((path) => /\.(?:ts|mjs|cjs)$/.test(path))
  .map((path) => ({ path, text: textOf(path) }));

/** Bad files that must turn a rule red, and their neighbours that must not. Words are split so that this file passes. */
const examples: Record<
  string,
  { bad: [path: string, text: string][]; good: [path: string, text: string][] }
> = {
  'a file has at most 250 lines': {
    bad: [['api/server.ts', 'line\n'.repeat(251)]],
    good: [['api/server.ts', 'line\n'.repeat(250)]],
  },
  'exports have names': {
    bad: [
      ['api/server.ts', 'export default 1;'],
      ['api/server.ts', 'export { server as default };'],
    ],
    good: [
      ['api/server.ts', 'export const server = 1;'],
      ['test/support/global-setup.ts', 'export default 1;'],
    ],
  },
  'file names say something': {
    bad: [
      ['domain/shared-kernel/date-utils.ts', ''],
      ['activities/case.manager.ts', ''],
      ['api/patient-data.ts', ''],
    ],
    good: [['domain/shared-kernel/local-date.ts', '']],
  },
  'file names are kebab-case': {
    bad: [['domain/shared-kernel/LocalDate.ts', '']],
    good: [['domain/patient-management/case/case.events.ts', '']],
  },
  'every test runs': {
    bad: ['test.skip', 'test.only', 'it.todo', 'describe.only', 'test.concurrent.skip', 'test.skip.each'].map(
      (call) => ['test/unit/case.test.ts', `${call}('x', () => {});`],
    ),
    good: [['test/unit/case.test.ts', `test.each([1])('only once', () => { skip(); });`]],
  },
  'a test of the API has its world from forThisFile': {
    bad: ['world = await apiWorld();', 'lineListWorld().then(use);'].map((text) => [
      'test/api/cases.test.ts',
      text,
    ]),
    good: [
      ['test/api/cases.test.ts', 'const world = forThisFile(apiWorld);'],
      ['test/api/cases.test.ts', `const world = forThisFile(() => apiWorld('2021-03-15'));`],
      ['test/support/line-list-world.ts', 'const world = await apiWorld();'],
    ],
  },
  'the domain has no clock': {
    bad: ['new Date()', 'Date.now()', 'Temporal.Now.instant()'].map((call) => [
      'domain/case.ts',
      `const at = ${call};`,
    ]),
    good: [['api/clock.ts', 'const at = Date.now();']],
  },
  'nothing is left to do': {
    bad: [
      `// ${'TO'}DO later`,
      `// ${'FIX'}ME`,
      `// @ts-${'ignore'}`,
      `throw new Error('not ${'implemented'}')`,
    ].map((text) => ['api/server.ts', text]),
    good: [['domain/worklist/task.ts', 'export const toDo = 1;']],
  },
};

describe.each(shapeRules)('$rule', ({ rule, broken }) => {
  test('is red on every bad example and green beside it', () => {
    expect(examples[rule]?.bad.filter(([path, text]) => !broken(path, text))).toEqual([]);
    expect(examples[rule]?.good.filter(([path, text]) => broken(path, text))).toEqual([]);
  });

  test('holds in every file of the project', () => {
    const own = files.filter(({ path }) => !path.startsWith('test/architecture/shape'));
    expect(own.filter(({ path, text }) => broken(path, text)).map(({ path }) => path)).toEqual([]);
  });
});

test('there are files to look at in every layer', () => {
  for (const layer of ['domain', 'workflows', 'activities', 'api', 'test']) {
    expect(files.filter(({ path }) => path.startsWith(`${layer}/`)).length).toBeGreaterThan(3);
  }
});
