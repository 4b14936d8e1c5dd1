import { describe, expect, test } from '@jest/globals';
import { isolatedDaysOf } from '../../../domain/isolation-management/isolation/isolated-days-of.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { anIsolation, isolated } from '../../support/isolation-fixtures.ts';

const seoul = (text: string): Instant => Instant.of(`${text.replace(' ', 'T')}+09:00`);
const days = (startsOn: string, endedAt: string | undefined, more: { endsAt?: string; overSince?: string }) =>
  isolatedDaysOf({
    startsOn,
    ...(endedAt === undefined ? {} : { endedAt: seoul(endedAt).toString() }),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, seoul(text).toString()])),
  });

describe('days in isolation, from the first day to that of the last moment, both counted', () => {
  test.each([
    ['until 24:00 of the 21st', '2022-02-16', '2022-02-22 00:00:00', 6],
    ['a moment before', '2022-02-16', '2022-02-21 23:59:59', 6],
    ['on the day before, 23:59', '2022-02-16', '2022-02-20 23:59:00', 5],
    ['on the day after, 00:01', '2022-02-16', '2022-02-22 00:01:00', 7],
    ['ended early, at noon', '2022-02-16', '2022-02-18 12:00:00', 3],
    ['until 12:00 of the eleventh day', '2021-11-02', '2021-11-12 12:00:00', 11],
    ['on the first day', '2022-02-16', '2022-02-16 00:01:00', 1],
    ['until 24:00 of the first day', '2022-02-16', '2022-02-17 00:00:00', 1],
    ['before it began', '2022-02-16', '2022-02-16 00:00:00', 0],
    ['the day before it began', '2022-02-16', '2022-02-15 12:00:00', 0],
    ['over the end of a month', '2022-01-30', '2022-02-02 00:00:00', 3],
    ['until 24:00 of 29 February', '2024-02-28', '2024-03-01 00:00:00', 2],
    ['past 29 February', '2024-02-28', '2024-03-01 00:01:00', 3],
    ['a year without one', '2023-02-28', '2023-03-01 00:00:00', 1],
    ['thirteen days', '2020-03-01', '2020-03-14 00:00:00', 13],
    ['fourteen days', '2020-03-01', '2020-03-15 00:00:00', 14],
  ])('%s', (_when, startsOn, endedAt, expected) => expect(days(startsOn, endedAt, {})).toBe(expected));

  test.each([
    ['an order ends with its day, however late that is recorded', { endsAt: '2022-02-22 00:00:00' }],
    ['so does one that the criteria end', { overSince: '2022-02-22 00:00:00' }],
  ])('%s', (_sentence, over) => {
    expect(days('2022-02-16', '2022-02-22 00:00:01', over)).toBe(6);
    expect(days('2022-02-16', '2022-02-23 09:00:00', over)).toBe(6);
    expect(days('2022-02-16', '2022-02-18 12:00:00', over)).toBe(3);
  });

  test('none while it runs', () =>
    expect(days('2022-02-16', undefined, { endsAt: '2022-02-22 00:00:00' })).toBe(0));
});

test('since when the criteria had freed the person is kept only where it lies before the end', () => {
  const ended = (overSince: string) => {
    const isolation = anIsolation();
    const at = seoul('2022-02-22 00:00:01');
    isolation.execute(isolated(seoul('2022-02-16 12:00:00')));
    isolation.execute({
      type: 'EndIsolation',
      because: 'released',
      overSince: seoul(overSince),
      by: 'process:case',
      at,
    });
    return isolation.state;
  };
  expect(ended('2022-02-22 00:00:00')).toMatchObject({ overSince: '2022-02-21T15:00:00Z' });
  expect(isolatedDaysOf(ended('2022-02-22 00:00:00'))).toBe(6);
  expect(ended('2022-02-22 00:00:01')).not.toHaveProperty('overSince');
});
