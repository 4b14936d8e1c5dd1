import { expect, test } from '@jest/globals';
import { daysFrom, everyDay, isoWeek, mondayOf, plusDays, sundayOf } from '../../../../api/figures/days.ts';

test('every day is there, also over the end of February and of the year', () => {
  expect(everyDay('2020-02-27', '2020-03-02')).toEqual([
    '2020-02-27',
    '2020-02-28',
    '2020-02-29',
    '2020-03-01',
    '2020-03-02',
  ]);
  expect(everyDay('2020-12-31', '2021-01-01')).toEqual(['2020-12-31', '2021-01-01']);
  expect(everyDay('2021-01-01', '2021-01-01')).toEqual(['2021-01-01']);
  expect(everyDay('2021-01-02', '2021-01-01')).toEqual([]);
  expect(daysFrom('2020-01-01', '2020-12-31')).toBe(366);
  expect(plusDays('2020-03-01', -1)).toBe('2020-02-29');
});

test.each([
  ['2019-12-29', '2019-W52'],
  ['2019-12-30', '2020-W01'],
  ['2020-01-05', '2020-W01'],
  ['2020-01-06', '2020-W02'],
  ['2020-12-27', '2020-W52'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2022-01-02', '2021-W52'],
  ['2026-12-31', '2026-W53'],
  ['1969-12-28', '1969-W52'],
])('%s is of the week %s', (day, week) => {
  expect(isoWeek(day)).toBe(week);
  expect(isoWeek(mondayOf(day))).toBe(week);
  expect(isoWeek(sundayOf(day))).toBe(week);
});

test('a week goes from Monday to Sunday', () => {
  for (const day of everyDay('2020-12-28', '2021-01-03'))
    expect([mondayOf(day), sundayOf(day)]).toEqual(['2020-12-28', '2021-01-03']);
  expect(mondayOf('1969-12-31')).toBe('1969-12-29');
});
