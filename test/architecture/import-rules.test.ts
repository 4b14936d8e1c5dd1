import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './project-files.ts';

type Violation = { rule: string; from: string; to: string };
type Configuration = { forbidden: { name: string }[] };

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Configuration;
const rules = configuration.forbidden.map(({ name }) => name);

/** A process of its own: the cruiser holds caches by working folder, and jest's module loader is not Node's. */
const violations = JSON.parse(
  execFileSync(process.execPath, [join(root, 'tools/gates/fixture-violations.mjs')], { encoding: 'utf8' }),
) as Record<string, Violation[]>;

test('every import rule has a known-bad fixture, and every fixture a rule', () => {
  expect(
    Object.keys(violations)
      .filter((fixture) => fixture !== '')
      .sort(),
  ).toEqual([...rules].sort());
});

test.each(rules)('%s is red on its fixture, and nothing else is', (rule) => {
  expect([...new Set(violations[rule]?.map((violation) => violation.rule))]).toEqual([rule]);
});

test('what a fixture may import stays green beside what it may not', () => {
  const forbidden = (rule: string) => violations[rule]?.map(({ to }) => to);
  expect(forbidden('aggregates-know-each-other-by-id')).toEqual([
    'domain/patient-management/person/person.js',
  ]);
  expect(forbidden('workflows-import-only-temporal')).toEqual(['domain/shared-kernel/instant.js']);
  expect(forbidden('shared-kernel-wraps-only-pure-libraries')).toEqual([expect.stringContaining('uuid')]);
  expect(forbidden('use-cases-know-domain-and-ports')).toEqual([expect.stringContaining('pg')]);
});

test('the project keeps its own import rules', () => {
  expect(violations['']).toEqual([]);
});
