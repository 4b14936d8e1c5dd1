import { describe, expect, test } from '@jest/globals';
import type { ClinicCommand } from '../../../domain/diagnostic-testing/clinic/clinic.commands.ts';
import { capacityShare, keepDays } from '../../../domain/diagnostic-testing/clinic/counts.ts';
import {
  closingCountOf,
  dayAlarmsOf,
  newestNeedsOf,
  nextLookOf,
} from '../../../domain/diagnostic-testing/clinic/day-alarms.ts';
import {
  aClinic,
  absent,
  atHour,
  covered,
  facility,
  MONDAY,
  opened,
  READY,
  restocked,
  shift,
  staffed,
  throughput,
  used,
} from '../../support/clinic-fixtures.ts';

const LIMITS = { share: capacityShare(0.9), kitsLastDays: keepDays(2) };
const after = (...commands: readonly ClinicCommand[]) => {
  const clinic = aClinic();
  for (const command of [...READY, ...commands]) clinic.execute(command);
  return clinic.state;
};
const alarmsAt = (hour: number, ...commands: readonly ClinicCommand[]) =>
  dayAlarmsOf(after(...commands), MONDAY, atHour(hour), LIMITS);
const bothBooths = staffed([shift('kim', 9, 12.5), shift('lee', 9, 12.5)]);
const plenty = facility({ kits: 1_000 });

describe('a clinic’s day', () => {
  test('needs nobody when every booth has a tester and kits last', () =>
    expect(alarmsAt(9, bothBooths, plenty, opened())).toEqual([]));
  test('needs cover while a booth of an hour ahead has no tester', () => {
    expect(alarmsAt(9, plenty, opened())).toEqual(['cover-needed']);
    expect(alarmsAt(9, bothBooths, plenty, opened(), absent('kim'))).toEqual(['cover-needed']);
    expect(alarmsAt(9, bothBooths, plenty, opened(), absent('kim'), covered('kim', 'choi'))).toEqual([]);
    expect(alarmsAt(12.5, plenty, opened())).toEqual([]);
  });
  test('is full from nine tenths of what its testers can do in an hour', () => {
    expect(alarmsAt(10, bothBooths, plenty, opened(), throughput(17))).toEqual([]);
    expect(alarmsAt(10, bothBooths, plenty, opened(), throughput(18))).toEqual(['clinic-full']);
  });
  test('knows when its newest need arose: a shift left uncovered, an hour that was full', () => {
    const newest = (hour: number, ...commands: readonly ClinicCommand[]) =>
      newestNeedsOf(after(bothBooths, plenty, opened(), ...commands), MONDAY, atHour(hour), LIMITS);
    expect(newest(9)).toEqual({});
    const [first, second] = [absent('kim'), absent('lee', atHour(9), atHour(10))];
    expect(newest(9, first)).toEqual({ 'cover-needed': first.at.toString() });
    expect(newest(10, first, second)).toEqual({ 'cover-needed': atHour(10).toString() });
    expect(newest(10, second, first, covered('lee', 'choi'))).toEqual({
      'cover-needed': first.at.toString(),
    });
    expect(newest(10, first, covered('kim', 'choi'))).toEqual({});
    expect(newest(12.5, first)).toEqual({}); // over: it needs nobody any more
    expect(newest(10, throughput(18))).toEqual({ 'clinic-full': atHour(9).toString() });
  });
  test('lacks kits when they do not last for two full days', () => {
    expect(alarmsAt(9, bothBooths, facility({ kits: 140 }), opened())).toEqual([]);
    expect(alarmsAt(9, bothBooths, facility({ kits: 139 }), opened())).toEqual(['kits-low']);
    expect(alarmsAt(9, bothBooths, facility({ kits: 139 }), opened(), restocked(1))).toEqual([]);
  });
  test('is looked at every hour, at its closing, and then no more', () => {
    const looks = [8, 9, 11.5, 12, 12.5].map((hour) => nextLookOf(after(), MONDAY, atHour(hour)));
    expect(looks.map((look) => look?.toString())).toEqual(
      [atHour(9), atHour(10), atHour(12), atHour(12.5), undefined].map((moment) => moment?.toString()),
    );
  });
  test('counts people against kits', () => {
    expect(closingCountOf(after(opened()))).toEqual({ served: 0, kitsUsed: 0 });
    expect(closingCountOf(after(restocked(20), opened(), throughput(9), used(8), used(2, 'OUT-2')))).toEqual({
      served: 9,
      kitsUsed: 10,
    });
  });
});
