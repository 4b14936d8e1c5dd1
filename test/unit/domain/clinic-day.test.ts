import { describe, test } from '@jest/globals';
import {
  aClinic,
  absent,
  atHour,
  closed,
  established,
  facility,
  MONDAY,
  opened,
  READY,
  shift,
  staffed,
  throughput,
  used,
} from '../../support/clinic-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const monday = MONDAY.toString();

describe('a day', () => {
  test('is opened with hours, a tester and kits', () => {
    given(aClinic(), ...READY)
      .when(opened())
      .thenRaises({ type: 'ClinicOpened', date: monday });
    given(aClinic(), ...READY, opened())
      .when(opened(atHour(9)))
      .thenQuiet();
  });
  test('is not opened without hours, or after them', () => {
    given(aClinic(), established()).when(opened()).thenRefused('clinic/no-hours-today');
    given(aClinic(), ...READY)
      .when(opened(atHour(9, 2)))
      .thenRefused('clinic/no-hours-today');
    given(aClinic(), ...READY)
      .when(opened(atHour(12.5)))
      .thenRefused('clinic/no-hours-today');
  });
  test('is not opened without a tester who is still to work in its hours', () => {
    const testers = (...shifts: Parameters<typeof staffed>[0]) => [
      established(),
      facility(),
      staffed(shifts),
    ];
    given(aClinic(), ...testers(shift('kim', 9, 12, 'nurse')))
      .when(opened())
      .thenRefused('clinic/no-tester');
    given(aClinic(), ...testers(shift('kim', 9, 12)), absent('kim'))
      .when(opened())
      .thenRefused('clinic/no-tester');
    given(aClinic(), ...testers(shift('kim', 6, 9)))
      .when(opened(atHour(8)))
      .thenRefused('clinic/no-tester');
    given(aClinic(), ...testers(shift('kim', 12.5, 15)))
      .when(opened())
      .thenRefused('clinic/no-tester');
    given(aClinic(), ...testers(shift('kim', 9, 10)))
      .when(opened(atHour(10)))
      .thenRefused('clinic/no-tester');
    given(aClinic(), ...testers(shift('kim', 9, 10)))
      .when(opened(atHour(9.9)))
      .thenRaises({ type: 'ClinicOpened' });
  });
  test('is not opened without kits', () =>
    given(aClinic(), ...READY, used(100))
      .when(opened(atHour(11)))
      .thenRefused('clinic/kits-exhausted'));
  test('is not opened while another one is open, nor after a later one', () => {
    given(aClinic(), ...READY, opened())
      .when(opened(atHour(9, 1)))
      .thenRefused('clinic/still-open');
    given(aClinic(), ...READY, opened(), closed())
      .when(opened(atHour(9, -7)))
      .thenRefused('clinic/date-too-old');
  });
  test('is closed with the number of people served, and may go on', () => {
    const busy = [...READY, opened(), throughput(12), throughput(7, atHour(10)), throughput(8, atHour(10))];
    given(aClinic(), ...busy)
      .when(closed())
      .thenRaises({ type: 'ClinicClosed', date: monday, served: 20 });
    given(aClinic(), ...busy, closed())
      .when(closed())
      .thenQuiet();
    given(aClinic(), ...busy, closed(atHour(11)), opened(atHour(11.5)), throughput(1, atHour(11)))
      .when(closed())
      .thenRaises({ served: 21 });
    given(aClinic(), established()).when(closed()).thenQuiet();
  });
  test('begins without anybody served', () => {
    const tuesday = staffed([shift('kim', 9, 12, 'tester', 1)], 1);
    given(aClinic(), ...READY, tuesday, opened(), throughput(12), closed(), opened(atHour(9, 1)))
      .when(closed(atHour(13, 1)))
      .thenRaises({ date: '2026-03-03', served: 0 });
  });
});

describe('throughput', () => {
  test('is recorded per hour and may be corrected', () => {
    given(aClinic(), ...READY, opened())
      .when(throughput(12))
      .thenRaises({ type: 'ThroughputRecorded', date: monday, from: atHour(9).toString(), tested: 12 });
    given(aClinic(), ...READY, opened(), throughput(12))
      .when(throughput(12))
      .thenQuiet();
    given(aClinic(), ...READY, opened(), throughput(12))
      .when(throughput(0))
      .thenRaises({ tested: 0 });
  });
  test('is at most what all booths can do in that hour', () => {
    given(aClinic(), ...READY, opened())
      .when(throughput(20))
      .thenRaises({ tested: 20 });
    given(aClinic(), ...READY, opened())
      .when(throughput(21))
      .thenRefused('clinic/beyond-capacity');
    given(aClinic(), ...READY, opened())
      .when(throughput(11, atHour(12)))
      .thenRefused('clinic/beyond-capacity');
  });
  test('is of an opening hour that has begun, of a day that is open', () => {
    given(aClinic(), ...READY)
      .when(throughput(1))
      .thenRefused('clinic/not-open');
    given(aClinic(), ...READY, opened())
      .when(throughput(1, atHour(9.5)))
      .thenRefused('clinic/outside-hours');
    given(aClinic(), ...READY, opened())
      .when(throughput(1, atHour(13)))
      .thenRefused('clinic/outside-hours');
    given(aClinic(), ...READY, opened())
      .when(throughput(1, atHour(10), atHour(9.5)))
      .thenRefused('clinic/hour-not-begun');
    given(aClinic(), ...READY, opened())
      .when(throughput(1, atHour(10), atHour(10)))
      .thenRaises({ type: 'ThroughputRecorded' });
  });
});
