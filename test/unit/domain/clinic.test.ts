import { describe, expect, test } from '@jest/globals';
import * as count from '../../../domain/diagnostic-testing/clinic/counts.ts';
import { placeCode } from '../../../domain/diagnostic-testing/clinic/place-code.ts';
import { slipNumber } from '../../../domain/diagnostic-testing/clinic/slip-number.ts';
import {
  aClinic,
  absent,
  atHour,
  CLINIC,
  closed,
  closedForGood,
  covered,
  established,
  facility,
  opened,
  READY,
  restocked,
  staffed,
  throughput,
  used,
} from '../../support/clinic-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import { Clinic } from '../../../domain/diagnostic-testing/clinic/clinic.ts';

const every = () => [
  facility({ booths: 3 }),
  restocked(1),
  used(1),
  staffed([]),
  absent('kim'),
  covered('kim', 'choi'),
  opened(),
  throughput(1),
  closed(),
  closedForGood(),
];

describe('a clinic', () => {
  test('is established once, with no kits', () => {
    const one = aClinic();
    given(one)
      .when(established())
      .thenRaises({ type: 'ClinicEstablished', district: '11110', placeCode: 'SC-11110-01' });
    expect(one.state).toMatchObject({ stage: 'closed', kitsInStock: 0, shifts: [] });
    given(aClinic(), established()).when(established()).thenRefused('clinic/already-established');
  });
  test.each(every())('that nobody established is not there: $type', (command) =>
    given(aClinic()).when(command).thenRefused('clinic/not-found'),
  );
  test('is closed for good once its day is over', () => {
    given(aClinic(), established()).when(closedForGood()).thenRaises({ type: 'ClinicClosedForGood' });
    given(aClinic(), ...READY, opened())
      .when(closedForGood())
      .thenRefused('clinic/still-open');
    given(aClinic(), established(), closedForGood()).when(closedForGood()).thenQuiet();
  });
  test.each(every().slice(0, -1))('closed for good is left alone: $type', (command) =>
    given(aClinic(), ...READY, closedForGood())
      .when(command)
      .thenRefused('clinic/closed-for-good'),
  );
  test('closed for good is not established again', () =>
    given(aClinic(), established(), closedForGood())
      .when(established())
      .thenRefused('clinic/already-established'));
  test('goes on from what was stored', () => {
    const one = aClinic();
    for (const command of READY) one.execute(command);
    const stored = { state: structuredClone(one.state), version: one.version };
    given(Clinic.from(CLINIC, stored)).when(opened()).thenRaises({ type: 'ClinicOpened' });
  });
});

describe('the facility', () => {
  test('is managed: hours, booths, capacity and what a count of the kits found', () => {
    given(aClinic(), established())
      .when(facility())
      .thenRaises({
        type: 'FacilityManaged',
        booths: 2,
        capacityPerBoothHour: 10,
        kitsInStock: 100,
        openingHours: { monday: { from: '09:00', to: '12:30' }, tuesday: { from: '09:00', to: '12:30' } },
      });
    given(aClinic(), established(), facility()).when(facility()).thenQuiet();
  });
  test.each([
    { booths: 3 },
    { perHour: 11 },
    { kits: 99 },
    { week: { monday: { from: '09:00', to: '12:00' } } },
  ])('is managed again when something differs: %p', (more) =>
    given(aClinic(), established(), facility()).when(facility(more)).thenRaises({ type: 'FacilityManaged' }),
  );
  test('takes kits in and gives them out, never more than there are', () => {
    given(aClinic(), established())
      .when(restocked(50))
      .thenRaises({ type: 'KitsRestocked', kitsInStock: 50 });
    given(aClinic(), established(), restocked(50))
      .when(used(50))
      .thenRaises({ type: 'KitsUsed', kits: 50, kitsInStock: 0 });
    given(aClinic(), established(), restocked(50)).when(used(51)).thenRefused('clinic/kits-exhausted');
  });
  test('counts a slip once a day', () => {
    given(aClinic(), established(), restocked(50)).when(restocked(50)).thenQuiet();
    given(aClinic(), established(), restocked(50)).when(restocked(49)).thenRefused('clinic/slip-used');
    given(aClinic(), established(), restocked(50)).when(used(50, 'IN-1')).thenRefused('clinic/slip-used');
    given(aClinic(), established(), restocked(50), used(5)).when(used(5)).thenQuiet();
    given(aClinic(), established(), restocked(50), used(5), restocked(1, 'IN-2')).when(used(5)).thenQuiet();
    given(aClinic(), established(), restocked(50))
      .when(restocked(50, 'IN-1', atHour(7, 1)))
      .thenRaises({ kitsInStock: 100 });
  });
});

test.each([
  ['booths', count.booths, 0],
  ['capacityPerBoothHour', count.hourlyCapacity, 0],
  ['kitsInStock', count.kitsInStock, -1],
  ['kits', count.kitsMoved, 0],
  ['tested', count.tested, -1],
  ['keepDays', count.keepDays, 0],
  ['perDay', count.kitsPerDay, 0],
] as const)('%s is a whole number from its least on', (field, of, below) => {
  expect(of(below + 1)).toBe(below + 1);
  for (const wrong of [below, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
    expect(() => of(wrong)).toThrow(
      expect.objectContaining({ code: 'clinic/not-a-count', params: { field, least: below + 1 } }),
    );
  }
});

test.each(['', 'a b', '홍', 'x'.repeat(65)])('%p is no code', (text) => {
  expect(() => placeCode(text)).toThrow('clinic/place-malformed');
  expect(() => slipNumber(text)).toThrow('clinic/slip-malformed');
});
