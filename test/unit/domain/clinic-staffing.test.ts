import { describe, expect, test } from '@jest/globals';
import {
  aClinic,
  absent,
  atHour,
  covered,
  established,
  facility,
  MONDAY,
  READY,
  shift,
  staffed,
} from '../../support/clinic-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const monday = MONDAY.toString();

describe('the staffing', () => {
  const ready = [established(), facility()] as const;
  test('is managed a day at a time, in place of what was planned', () => {
    const one = aClinic();
    given(one, ...ready, staffed([shift('kim', 9, 12)]))
      .when(staffed([shift('lee', 9, 12, 'nurse')]))
      .thenRaises({
        type: 'StaffingManaged',
        date: monday,
        keptFrom: '2026-02-16',
        shifts: [{ staffId: 'lee', role: 'nurse', from: atHour(9).toString(), to: atHour(12).toString() }],
      });
    expect(one.state.shifts.map(({ staffId }) => staffId)).toEqual(['lee']);
  });
  test('planned the same way is quiet, in whatever order', () => {
    const [kim, lee] = [shift('kim', 9, 12), shift('lee', 9, 12)];
    given(aClinic(), ...ready, staffed([kim, lee]))
      .when(staffed([lee, kim]))
      .thenQuiet();
    given(aClinic(), ...ready)
      .when(staffed([]))
      .thenQuiet();
    given(aClinic(), ...ready, staffed([kim, lee]), absent('kim'))
      .when(staffed([kim, lee]))
      .thenQuiet();
    given(aClinic(), ...ready, staffed([kim]))
      .when(staffed([shift('kim', 9, 12, 'nurse')]))
      .thenRaises({ type: 'StaffingManaged' });
  });
  test('has nobody in two shifts at a time', () => {
    given(aClinic(), ...ready)
      .when(staffed([shift('kim', 9, 11), shift('kim', 10.5, 12)]))
      .thenRefused('clinic/shift-overlaps');
    given(aClinic(), ...ready)
      .when(staffed([shift('kim', 9, 11), shift('kim', 9, 11)]))
      .thenRefused('clinic/shift-overlaps');
    given(aClinic(), ...ready)
      .when(staffed([shift('kim', 9, 11), shift('kim', 11, 12), shift('lee', 9, 12)]))
      .thenRaises({ type: 'StaffingManaged' });
    given(aClinic(), ...ready, staffed([shift('kim', 22, 30)]))
      .when(staffed([shift('kim', 5, 9, 'tester', 1)], 1))
      .thenRefused('clinic/shift-overlaps');
    given(aClinic(), ...READY, absent('lee'), covered('lee', 'choi'))
      .when(staffed([shift('lee', 9, 11), shift('choi', 10, 12)]))
      .thenRefused('clinic/shift-overlaps');
  });
  test('of a day holds shifts that begin on it', () =>
    given(aClinic(), ...ready)
      .when(staffed([shift('kim', 25, 30)]))
      .thenRefused('clinic/shift-on-another-day'));
  test('is kept for as many days as the command says', () => {
    const one = aClinic();
    given(one, ...ready, staffed([shift('kim', 9, 12)]), staffed([shift('kim', 9, 12, 'tester', 1)], 1))
      .when(staffed([shift('kim', 9, 12, 'tester', 15)], 15, 14, atHour(8, 15)))
      .thenRaises({ keptFrom: '2026-03-03' });
    expect(one.state.shifts.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-17']);
    given(aClinic(), ...ready)
      .when(staffed([], 0, 1, atHour(8, 2)))
      .thenRefused('clinic/date-too-old');
    given(aClinic(), ...ready)
      .when(staffed([shift('kim', 9, 12)], 0, 2, atHour(8, 2)))
      .thenRaises({ type: 'StaffingManaged' });
  });
  test('keeps absences and covers of the shifts that stay', () => {
    const one = aClinic();
    given(one, ...READY, absent('lee'), covered('lee', 'choi'), absent('kim'))
      .when(staffed([shift('kim', 9, 12.5), shift('lee', 9, 11)]))
      .thenRaises({ type: 'StaffingManaged' });
    expect(one.state.shifts.map(({ staffId, workedBy }) => [staffId, workedBy])).toEqual([
      ['kim', undefined],
      ['lee', 'choi'],
    ]);
  });
  test('ends each shift after it starts', () =>
    expect(() => shift('kim', 12, 12)).toThrow('clinic/shift-ends-before-start'));
});

describe('an absence', () => {
  test('leaves a shift uncovered, once', () => {
    given(aClinic(), ...READY)
      .when(absent('kim'))
      .thenRaises({
        type: 'ShiftLeftUncovered',
        staffId: 'kim',
        absentStaffId: 'kim',
        role: 'tester',
        date: monday,
        from: atHour(9).toString(),
        to: atHour(12.5).toString(),
      });
    given(aClinic(), ...READY, absent('kim'))
      .when(absent('kim'))
      .thenQuiet();
    given(aClinic(), ...READY, absent('kim'), covered('kim', 'choi'))
      .when(absent('kim'))
      .thenQuiet();
  });
  test('is of a shift that was planned', () => {
    given(aClinic(), ...READY)
      .when(absent('choi'))
      .thenRefused('clinic/shift-unknown');
    given(aClinic(), ...READY)
      .when(absent('kim', atHour(10)))
      .thenRefused('clinic/shift-unknown');
  });
  test('is covered by somebody who is free', () => {
    given(aClinic(), ...READY, absent('kim'))
      .when(covered('kim', 'choi'))
      .thenRaises({ type: 'ShiftCovered', staffId: 'kim', coveredBy: 'choi', role: 'tester', date: monday });
    given(aClinic(), ...READY, absent('kim'), covered('kim', 'choi'))
      .when(covered('kim', 'choi'))
      .thenQuiet();
    given(aClinic(), ...READY, absent('kim'))
      .when(covered('kim', 'lee'))
      .thenRefused('clinic/shift-overlaps');
    given(aClinic(), ...READY, absent('kim'), absent('lee'), covered('kim', 'choi'))
      .when(covered('lee', 'choi'))
      .thenRefused('clinic/shift-overlaps');
    given(aClinic(), ...READY)
      .when(covered('choi', 'kim'))
      .thenRefused('clinic/shift-unknown');
  });
  test('is what a cover needs', () => {
    given(aClinic(), ...READY)
      .when(covered('kim', 'choi'))
      .thenRefused('clinic/shift-not-uncovered');
    given(aClinic(), ...READY, absent('kim'), covered('kim', 'choi'))
      .when(covered('kim', 'jung'))
      .thenRefused('clinic/shift-not-uncovered');
  });
  test('of the one who covers leaves the shift uncovered again', () => {
    given(aClinic(), ...READY, absent('kim'), covered('kim', 'choi'))
      .when(absent('choi'))
      .thenRaises({ type: 'ShiftLeftUncovered', staffId: 'kim', absentStaffId: 'choi' });
    given(aClinic(), ...READY, absent('kim'), covered('kim', 'choi'), absent('choi'))
      .when(covered('kim', 'kim'))
      .thenRaises({ type: 'ShiftCovered', coveredBy: 'kim' });
  });
});
