import { describe, expect, test } from '@jest/globals';
import { ExportScope } from '../../../domain/exchange/export/export-scope.ts';
import type { ExportCommand } from '../../../domain/exchange/export/export.commands.ts';
import type { Export } from '../../../domain/exchange/export/export.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { anExport, asking } from '../../support/export-fixtures.ts';

const ASKED = Instant.of('2026-11-22T01:00:00Z');
const hours = (count: number): Instant => ASKED.plusHours(count);
const requested = (): Export => anExport({ by: 'kim', at: ASKED });
const approve = (by = 'lee', at = hours(1)): ExportCommand => ({ type: 'ApproveExport', by, at });
const refuse = (by = 'lee', at = hours(1)): ExportCommand => ({
  type: 'RefuseExport',
  reason: 'too-much',
  by,
  at,
});
const take = (at = hours(2), by = 'kim'): ExportCommand => ({ type: 'TakeExport', by, at });
const after = (...commands: readonly ExportCommand[]): Export => {
  const one = requested();
  for (const command of commands) one.execute(command);
  return one;
};
const code = (of: () => void): string => {
  try {
    of();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was refused';
};

test('it is asked for with what it takes out and what for, and is over when nobody decides in time', () => {
  expect(requested().news).toEqual([
    {
      ...{
        type: 'ExportRequested',
        v: 1,
        by: 'kim',
        at: '2026-11-22T01:00:00Z',
        list: 'cases',
        format: 'csv',
      },
      ...{ columns: ['caseId', 'name', 'phone'], filters: { stage: ['confirmed'] }, district: '11110' },
      ...{ purpose: 'investigation', decideBy: '2026-11-25T01:00:00Z' },
    },
  ]);
  expect(code(() => after(approve('lee', hours(72))))).toBe('export/too-late');
  expect(after(approve('lee', Instant.of('2026-11-25T00:59:59Z'))).state.stage).toBe('approved');
  expect(code(() => requested().execute(asking()))).toBe('export/already-requested');
});

test.each([
  ['approve', approve],
  ['refuse', refuse],
] as const)('nobody may %s their own', (_name, decide) => {
  expect(code(() => after(decide('kim')))).toBe('export/own-request');
  expect(code(() => after(decide(), decide('park')))).toBe('export/already-decided');
});

describe('once it is approved, who asked takes it', () => {
  test('three times', () => {
    const one = after(approve(), take(), take());
    expect([one.state.stage, one.state.timesTaken]).toEqual(['approved', 2]);
    one.execute(take());
    expect([one.state.stage, one.state.timesTaken]).toEqual(['used-up', 3]);
    expect(code(() => one.execute(take()))).toBe('export/taken-too-often');
  });
  test('within a day', () => {
    expect(after(approve()).state.takeBy).toBe('2026-11-23T02:00:00Z');
    expect(after(approve(), take(Instant.of('2026-11-23T01:59:59Z'))).state.timesTaken).toBe(1);
    expect(code(() => after(approve(), take(hours(25))))).toBe('export/too-late');
  });
  test('and nobody else', () => {
    expect(code(() => after(approve(), take(hours(2), 'lee')))).toBe('export/of-another');
  });
  test('and not before, nor when it was refused', () => {
    expect(code(() => after(take()))).toBe('export/not-approved');
    expect(code(() => after(refuse(), take()))).toBe('export/not-approved');
    expect(after(refuse()).state).toMatchObject({
      stage: 'refused',
      refusedBecause: 'too-much',
      decidedBy: 'lee',
    });
  });
});

describe('what may be asked for', () => {
  const scope = (more: object) => () =>
    void ExportScope.of({
      ...{ list: 'cases', format: 'csv', columns: ['name'], filters: {}, district: District.of('11110') },
      ...more,
    });
  test.each([
    ['export/nothing-identifying', { columns: ['caseId', 'stage', 'age'] }],
    ['export/nothing-identifying', { columns: [] }],
    ['export/columns-malformed', { columns: ['name', 'drop table'] }],
    ['export/filter-malformed', { filters: { stage: ['홍길동'] } }],
    ['export/filter-malformed', { filters: { stage: ['a name of somebody'] } }],
    ['export/filter-malformed', { filters: { stage: ['x'.repeat(66)] } }],
    [
      'nothing was refused',
      { filters: { sort: ['-caseId'], onsetFrom: ['2026-01-01'], officer: ['kim@x'] } },
    ],
  ])('%s', (expected, more) => {
    expect(code(scope(more))).toBe(expected);
  });
});
