import { describe, expect, test } from '@jest/globals';
import type { ClinicCommand } from '../../../domain/diagnostic-testing/clinic/clinic.commands.ts';
import type { ClinicState } from '../../../domain/diagnostic-testing/clinic/clinic.state.ts';
import { capacityShare, kitsPerDay } from '../../../domain/diagnostic-testing/clinic/counts.ts';
import {
  capacityAlarmsOf,
  capacityOf,
  coverOf,
  kitsLastFor,
} from '../../../domain/diagnostic-testing/clinic/cover.ts';
import { OpeningHours, type Week } from '../../../domain/diagnostic-testing/clinic/opening-hours.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  aClinic,
  absent,
  atHour,
  covered,
  established,
  facility,
  MONDAY,
  opened,
  READY,
  shift,
  staffed,
  throughput,
} from '../../support/clinic-fixtures.ts';

const after = (...commands: readonly ClinicCommand[]): ClinicState => {
  const clinic = aClinic();
  for (const command of commands) clinic.execute(command);
  return clinic.state;
};
const hour = (value: number): string => atHour(value).toString();

describe('cover', () => {
  test('tells the opening hours in which a booth has no tester', () =>
    expect(coverOf(after(...READY), MONDAY)).toEqual([
      { from: hour(11), to: hour(12), boothsWithoutTester: 1 },
      { from: hour(12), to: hour(12.5), boothsWithoutTester: 1 },
    ]));
  test('follows absences and covers', () => {
    expect(coverOf(after(...READY, absent('kim')), MONDAY).map((gap) => gap.boothsWithoutTester)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(coverOf(after(...READY, absent('kim'), covered('kim', 'choi')), MONDAY)).toHaveLength(2);
  });
  test('is not broken where one tester relieves another, and is where none does', () => {
    const plan = (second: number) =>
      after(
        established(),
        facility({ booths: 1 }),
        staffed([shift('kim', 8, 9.5), shift('lee', second, 13)]),
      );
    expect(coverOf(plan(9.5), MONDAY)).toEqual([]);
    expect(coverOf(plan(9.25), MONDAY)).toEqual([]);
    expect(coverOf(plan(9.75), MONDAY)).toEqual([{ from: hour(9), to: hour(10), boothsWithoutTester: 1 }]);
  });
  test('is for testers only, and more of them than booths leave no gap', () => {
    const nurse = after(established(), facility({ booths: 1 }), staffed([shift('kim', 9, 13, 'nurse')]));
    expect(coverOf(nurse, MONDAY)).toHaveLength(4);
    const three = staffed(['kim', 'lee', 'choi'].map((who) => shift(who, 9, 13)));
    const state = after(established(), facility(), three);
    expect(coverOf(state, MONDAY)).toEqual([]);
    expect(capacityOf(state, MONDAY)[0]).toMatchObject({ boothsWithTester: 2, capacity: 20 });
  });
  test('is nothing on a day without hours, or without a facility', () => {
    expect(coverOf(after(...READY), MONDAY.plusDays(2))).toEqual([]);
    expect(coverOf(after(established()), MONDAY)).toEqual([]);
  });
});

test('capacity is that of the booths with a tester, less in a shorter hour', () =>
  expect(capacityOf(after(...READY), MONDAY)).toEqual([
    { from: hour(9), to: hour(10), boothsWithTester: 2, capacity: 20, capacityOfAllBooths: 20 },
    { from: hour(10), to: hour(11), boothsWithTester: 2, capacity: 20, capacityOfAllBooths: 20 },
    { from: hour(11), to: hour(12), boothsWithTester: 1, capacity: 10, capacityOfAllBooths: 20 },
    { from: hour(12), to: hour(12.5), boothsWithTester: 1, capacity: 5, capacityOfAllBooths: 10 },
  ]));

test('an alarm tells the hours in which that share of the staffed capacity was used', () => {
  const state = after(
    ...READY,
    opened(),
    throughput(16),
    throughput(15, atHour(10)),
    throughput(12, atHour(11)),
  );
  expect(capacityAlarmsOf(state, MONDAY, capacityShare(0.8))).toEqual([
    { from: hour(9), tested: 16, capacity: 20 },
    { from: hour(11), tested: 12, capacity: 10 },
  ]);
  expect(capacityAlarmsOf(state, MONDAY, capacityShare(1)).map(({ tested }) => tested)).toEqual([12]);
  expect(capacityAlarmsOf(state, MONDAY.plusDays(1), capacityShare(0.8))).toEqual([]);
  const unstaffed = after(...READY, opened(), absent('kim'), throughput(0, atHour(11)));
  expect(capacityAlarmsOf(unstaffed, MONDAY, capacityShare(0.8))).toEqual([]);
  for (const wrong of [0, -0.1, 1.01, Number.NaN]) {
    expect(() => capacityShare(wrong)).toThrow('clinic/share-out-of-range');
  }
});

test.each([
  [100, 10, 10],
  [99, 10, 9],
  [0, 10, 0],
])('%i kits last %i a day for %i days', (kits, perDay, days) =>
  expect(kitsLastFor(after(established(), facility({ kits })), kitsPerDay(perDay))).toBe(days),
);

describe('opening hours', () => {
  test.each([
    ['2026-03-02', 'monday'],
    ['2026-03-08', 'sunday'],
    ['1970-01-01', 'thursday'],
    ['1969-12-31', 'wednesday'],
    ['2024-02-29', 'thursday'],
  ])('of %s are those of a %s', (date, weekday) => {
    const hours = OpeningHours.of({ [weekday]: { from: '00:00', to: '24:00' } });
    expect(hours.hoursOn(LocalDate.of(date))).toHaveLength(24);
    for (let next = 1; next < 7; next += 1) {
      expect(hours.on(LocalDate.of(date).plusDays(next))).toBeUndefined();
    }
  });
  test.each([
    [{ monday: { from: '9:00', to: '18:00' } }, 'clinic/hours-malformed'],
    [{ monday: { from: '09:60', to: '18:00' } }, 'clinic/hours-malformed'],
    [{ monday: { from: '09:00', to: '24:01' } }, 'clinic/hours-malformed'],
    [{ Monday: { from: '09:00', to: '18:00' } }, 'clinic/hours-malformed'],
    [{ monday: { from: '09:00', to: '09:00' } }, 'clinic/hours-end-before-start'],
    [{ monday: { from: '18:00', to: '09:00' } }, 'clinic/hours-end-before-start'],
  ])('are not %p', (week, code) => expect(() => OpeningHours.of(week as Week)).toThrow(code));
  test('are equal by value, and nobody changes them', () => {
    const week = { sunday: { from: '10:00', to: '12:00' }, monday: { from: '09:00', to: '18:00' } };
    const hours = OpeningHours.of(week);
    expect(hours.equals(OpeningHours.of({ monday: week.monday, sunday: { ...week.sunday } }))).toBe(true);
    expect(hours.equals(OpeningHours.of({ monday: week.monday }))).toBe(false);
    week.monday.to = '19:00';
    expect(hours.week.monday?.to).toBe('18:00');
    expect([hours, hours.week, hours.week.monday].every(Object.isFrozen)).toBe(true);
    expect(Object.keys(hours.week)).toEqual(['monday', 'sunday']);
  });
});
