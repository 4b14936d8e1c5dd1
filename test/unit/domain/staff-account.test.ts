import { describe, expect, test } from '@jest/globals';
import { isMachine } from '../../../api/access/machine-actors.ts';
import { awayBecause } from '../../../domain/worklist/staff-account/staff-account.ts';
import { staffAccountIdOf } from '../../../activities/adapters/staff-account-id.ts';
import { day } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import { absent, anAccount, back, KIM, restored, revoked } from '../../support/staff-fixtures.ts';

const own = (command: ReturnType<typeof revoked>) => ({ ...command, by: KIM });

describe('the access of an account', () => {
  test('is revoked with a reason, once, and restored', () => {
    given(anAccount())
      .when(revoked(day(1)))
      .thenRaises({ type: 'AccessRevoked', staffId: KIM, reason: 'account-at-risk', by: 'supervisor' });
    given(anAccount(), revoked(day(1)))
      .when(revoked(day(2)))
      .thenRefused('staff-account/already-revoked');
    given(anAccount(), revoked(day(1)))
      .when(restored(day(2)))
      .thenRaises({ type: 'AccessRestored', staffId: KIM });
    given(anAccount())
      .when(restored(day(2)))
      .thenRefused('staff-account/not-revoked');
    given(anAccount(), revoked(day(1)), restored(day(2)))
      .when(revoked(day(3)))
      .thenRaises({ type: 'AccessRevoked' });
  });
  test('is nobody’s own to revoke or to restore', () => {
    given(anAccount())
      .when(own(revoked(day(1))))
      .thenRefused('staff-account/own-access');
    given(anAccount(), revoked(day(1)))
      .when(own(restored(day(2))))
      .thenRefused('staff-account/own-access');
  });
  test('says when and why, until it is restored; what was said of absences stays', () => {
    const one = anAccount();
    for (const each of [absent(day(1), day(5), day(6)), revoked(day(2))]) one.execute(each);
    expect(one.state).toMatchObject({
      stage: 'revoked',
      revokedAt: day(2).toString(),
      revokedBecause: 'account-at-risk',
      absences: [{ from: day(5).toString() }],
    });
    one.execute(restored(day(3)));
    expect(one.state).toEqual({
      stage: 'active',
      staffId: KIM,
      absences: [{ from: day(5).toString(), until: day(6).toString(), reason: 'leave' }],
    });
  });
});

describe('an absence', () => {
  test('ends after it begins, and not before it is reported', () => {
    const early = 'staff-account/absence-ends-too-early';
    given(anAccount())
      .when(absent(day(1), day(3), day(3)))
      .thenRefused(early);
    given(anAccount())
      .when(absent(day(1), day(3), day(2)))
      .thenRefused(early);
    given(anAccount())
      .when(absent(day(5), day(3), day(5)))
      .thenRefused(early);
    given(anAccount())
      .when(absent(day(4), day(3), day(5)))
      .thenRaises({
        type: 'StaffAbsenceReported',
        from: day(3).toString(),
        until: day(5).toString(),
        reason: 'leave',
      });
  });
  test('is not reported twice for the same time; the next one may begin where it ends, or be over before', () => {
    const one = [absent(day(1), day(3), day(5))] as const;
    for (const [from, until] of [
      [3, 5],
      [4, 9],
      [1, 4],
      [2, 9],
    ] as const)
      given(anAccount(), ...one)
        .when(absent(day(1), day(from), day(until)))
        .thenRefused('staff-account/already-absent');
    given(anAccount(), ...one)
      .when(absent(day(4), day(5), day(7)))
      .thenRaises({ type: 'StaffAbsenceReported' });
    given(anAccount(), ...one)
      .when(absent(day(1), day(2), day(3)))
      .thenRaises({ type: 'StaffAbsenceReported' });
    given(anAccount(), ...one)
      .when(absent(day(6), day(4), day(7)))
      .thenRaises({ type: 'StaffAbsenceReported' });
  });
  test('ends early, or is called off before it begins: the next one that is not over', () => {
    const two = [absent(day(1), day(6), day(8)), absent(day(1), day(2), day(4))] as const;
    given(anAccount(), ...two)
      .when(back(day(3)))
      .thenRaises({ type: 'StaffAbsenceEnded', from: day(2).toString() });
    given(anAccount(), ...two)
      .when(back(day(4)))
      .thenRaises({ type: 'StaffAbsenceEnded', from: day(6).toString() });
    given(anAccount(), ...two)
      .when(back(day(8)))
      .thenRefused('staff-account/not-absent');
    given(anAccount())
      .when(back(day(1)))
      .thenRefused('staff-account/not-absent');
  });
  test('keeps somebody away from its beginning until just before its end; revoked access always', () => {
    const one = anAccount();
    one.execute(absent(day(1), day(2), day(4)));
    const why = (on: number, hours = 0) => awayBecause(one.state, day(on).plusHours(hours));
    expect([why(2, -0.001), why(2), why(4, -0.001), why(4)]).toEqual([
      undefined,
      'absence',
      'absence',
      undefined,
    ]);
    one.execute(back(day(3)));
    expect(why(3)).toBeUndefined();
    one.execute(revoked(day(3)));
    expect(why(9)).toBe('access-revoked');
  });
});

test('an account is the same one under the same name, to the letter', () => {
  expect(staffAccountIdOf(KIM)).toBe(staffAccountIdOf(KIM));
  expect(staffAccountIdOf('Kim')).not.toBe(staffAccountIdOf('kim'));
  expect(() => anAccount().state).toThrow('staff-account/not-found');
});

test('what the machines are called is nobody’s account, however it is written', () => {
  for (const actor of ['patient', 'Patient', 'SMS', 'pcr-laboratory', 'process:case', 'nobody'])
    expect([actor, isMachine(actor)]).toEqual([actor, true]);
  for (const actor of ['patient-manager-11110', 'officer', 'system-11110'])
    expect([actor, isMachine(actor)]).toEqual([actor, false]);
});
