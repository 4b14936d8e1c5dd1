import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClinicCommand } from '../../../domain/diagnostic-testing/clinic/clinic.commands.ts';
import type { ClinicEvent } from '../../../domain/diagnostic-testing/clinic/clinic.events.ts';
import { evolveClinic, type ClinicState } from '../../../domain/diagnostic-testing/clinic/clinic.state.ts';
import type { Clinic } from '../../../domain/diagnostic-testing/clinic/clinic.ts';
import { capacityOf, coverOf } from '../../../domain/diagnostic-testing/clinic/cover.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  aClinic,
  absent,
  atHour,
  closed,
  closedForGood,
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
import { refusal } from '../../support/refusal.ts';

const HOURS_A_STEP = 2;
const EVERY_DAY = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => [
    weekday,
    { from: '06:00', to: '22:30' },
  ]),
);
const who = fc.constantFrom('kim', 'lee', 'choi');
const role = fc.constantFrom('tester', 'tester', 'tester', 'nurse' as const);
const start = fc.constantFrom(4, 9, 14, 20);
const plans = fc.array(fc.tuple(who, start, fc.integer({ min: 2, max: 9 }), role), { maxLength: 4 });

/** A command at a moment: the hour counts from the Monday's midnight. */
type Step = (hour: number) => ClinicCommand;
const dayOf = (hour: number) => Math.floor(hour / 24);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(20)).map<Step>(
    ([booths, kits]) =>
      (hour) =>
        facility({ week: EVERY_DAY, booths, perHour: 5, kits, at: atHour(hour) }),
  ),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('A', 'B', 'C')).map<Step>(
    ([kits, slip]) =>
      (hour) =>
        restocked(kits, slip, atHour(hour)),
  ),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('A', 'B', 'C')).map<Step>(
    ([kits, slip]) =>
      (hour) =>
        used(kits, slip, atHour(hour)),
  ),
  {
    arbitrary: fc
      .tuple(plans, fc.integer({ min: -2, max: 2 }), fc.integer({ min: 1, max: 3 }))
      .map<Step>(([plan, ahead, keep]) => (hour) => {
        const days = dayOf(hour) + ahead;
        const shifts = plan.map(([name, from, length, as]) => shift(name, from, from + length, as, days));
        return staffed(shifts, days, keep, atHour(hour));
      }),
    weight: 4,
  },
  fc.tuple(who, start).map<Step>(
    ([name, from]) =>
      (hour) =>
        absent(name, atHour(from, dayOf(hour)), atHour(hour)),
  ),
  fc.tuple(who, who, start).map<Step>(
    ([name, by, from]) =>
      (hour) =>
        covered(name, by, atHour(from, dayOf(hour)), atHour(hour)),
  ),
  { arbitrary: fc.constant<Step>((hour) => opened(atHour(hour))), weight: 3 },
  {
    arbitrary: fc.tuple(fc.nat(18), fc.nat(5)).map<Step>(
      ([count, back]) =>
        (hour) =>
          throughput(count, atHour(hour - back), atHour(hour)),
    ),
    weight: 3,
  },
  fc.constant<Step>((hour) => closed(atHour(hour))),
  fc
    .nat(9)
    .map<Step>((rarely) => (hour) => (rarely === 0 ? closedForGood(atHour(hour)) : closed(atHour(hour)))),
);
/** Somebody is absent and somebody steps in: too rare to meet by chance. */
const incidents = fc
  .tuple(who, who, start)
  .map<readonly Step[]>(([name, by, from]) => [
    (hour) => absent(name, atHour(from, dayOf(hour)), atHour(hour)),
    (hour) => covered(name, by, atHour(from, dayOf(hour)), atHour(hour)),
  ]);
const single = steps.map<readonly Step[]>((step) => [step]);
const lives = fc
  .array(fc.oneof({ arbitrary: single, weight: 6 }, { arbitrary: incidents, weight: 1 }), { maxLength: 30 })
  .map((parts) => parts.flat());

/** Runs a life; `look` sees every step. The same command right away changes nothing. */
const live = (life: readonly Step[], look: (clinic: Clinic, before: ClinicState) => void): Clinic => {
  const clinic = aClinic();
  for (const command of READY) clinic.execute(command);
  clinic.execute(facility({ week: EVERY_DAY, kits: 10 }));
  life.forEach((make, count) => {
    const command = make(6 + count * HOURS_A_STEP);
    const before = clinic.state;
    refusal(clinic, command);
    const after = clinic.version;
    refusal(clinic, command);
    expect(clinic.version).toBe(after);
    look(clinic, before);
  });
  return clinic;
};

const everyLife = (check: (life: readonly Step[]) => void): void =>
  fc.assert(fc.property(lives, check), { numRuns: 120 });

test('whatever is asked in whatever order: refusals are the domain’s, versions have no gap, state is the fold', () => {
  everyLife((life) => {
    const clinic = live(life, () => undefined);
    expect(clinic.version).toBe(clinic.news.length);
    const folded = clinic.news.reduce<ClinicState | undefined>(evolveClinic, undefined);
    expect(clinic.state).toEqual(folded);
  });
});

test('kits are never below zero and are what came less what went', () => {
  everyLife((life) => {
    const clinic = live(life, ({ state }) => expect(state.kitsInStock).toBeGreaterThanOrEqual(0));
    let kits = 0;
    for (const event of clinic.news as readonly ClinicEvent[]) {
      if (event.type === 'FacilityManaged') kits = event.kitsInStock;
      if (event.type === 'KitsRestocked') kits += event.kits;
      if (event.type === 'KitsUsed') kits -= event.kits;
    }
    expect(clinic.state.kitsInStock).toBe(kits);
  });
});

test('nobody is in two shifts at a time, planned or covering, and old shifts are dropped', () => {
  everyLife((life) => {
    const clinic = live(life, ({ state: { shifts } }) => {
      shifts.forEach((one, index) => {
        for (const other of shifts.slice(index + 1)) {
          const both = [one.staffId, one.workedBy].some(
            (name) => name !== undefined && [other.staffId, other.workedBy].includes(name),
          );
          const meet =
            Instant.of(one.from).isBefore(Instant.of(other.to)) &&
            Instant.of(other.from).isBefore(Instant.of(one.to));
          expect(both && meet).toBe(false);
        }
      });
    });
    const last = (clinic.news as readonly ClinicEvent[]).findLast(({ type }) => type === 'StaffingManaged');
    if (last?.type !== 'StaffingManaged') return;
    expect(clinic.state.shifts.every(({ date }) => date >= last.keptFrom)).toBe(true);
  });
});

test('a day is opened with a tester and kits, counts what was recorded, and a closed clinic stays closed', () => {
  everyLife((life) => {
    const clinic = live(life, ({ state }, before) => {
      if (before.stage === 'closed-for-good') expect(state).toEqual(before);
      if (state.stage !== 'open' || before.stage === 'open') return;
      expect(before.kitsInStock).toBeGreaterThan(0);
      const { date } = state.day ?? { date: '' };
      expect(before.shifts.some(({ role: as, workedBy }) => as === 'tester' && workedBy !== undefined)).toBe(
        true,
      );
      expect(capacityOf(state, LocalDate.of(date)).length).toBeGreaterThan(0);
    });
    const served = new Map<string, number>();
    for (const event of clinic.news as readonly ClinicEvent[]) {
      if (event.type === 'ThroughputRecorded') served.set(`${event.date} ${event.from}`, event.tested);
      if (event.type !== 'ClinicClosed') continue;
      const ofDay = [...served].filter(([key]) => key.startsWith(event.date)).map(([, tested]) => tested);
      expect(event.served).toBe(ofDay.reduce((sum, tested) => sum + tested, 0));
    }
  });
});

test('every booth of every opening hour has a tester or is a gap, and nobody records more than all booths can do', () => {
  everyLife((life) => {
    const { state: last } = live(life, ({ state }, before) => {
      const date = state.day?.date;
      if (date === undefined || state.day === before.day) return;
      for (const { from, capacityOfAllBooths } of capacityOf(state, LocalDate.of(date))) {
        const [now, then] = [state.day?.tested[from], before.day?.tested[from]];
        if (now !== undefined && now !== then) expect(now).toBeLessThanOrEqual(capacityOfAllBooths);
      }
    });
    const gaps = coverOf(last, MONDAY);
    for (const { from, boothsWithTester, capacity, capacityOfAllBooths } of capacityOf(last, MONDAY)) {
      const missing = gaps.find((gap) => gap.from === from)?.boothsWithoutTester ?? 0;
      expect(boothsWithTester + missing).toBe(last.facility?.booths);
      expect(capacity).toBeLessThanOrEqual(capacityOfAllBooths);
    }
  });
});

test('lives reach what they are about', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(lives, (life) => {
      for (const { type } of live(life, () => undefined).news) reached.add(type);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect([...reached].sort()).toEqual([
    'ClinicClosed',
    'ClinicClosedForGood',
    'ClinicEstablished',
    'ClinicOpened',
    'FacilityManaged',
    'KitsRestocked',
    'KitsUsed',
    'ShiftCovered',
    'ShiftLeftUncovered',
    'StaffingManaged',
    'ThroughputRecorded',
  ]);
});
