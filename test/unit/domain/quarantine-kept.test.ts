import { describe, expect, test } from '@jest/globals';
import { isolatedDaysOf } from '../../../domain/isolation-management/isolation/isolated-days-of.ts';
import { given } from '../../support/given-when-then.ts';
import {
  anIsolation,
  CONTACT,
  day,
  ended,
  exposed,
  isolatedUntil,
  notified,
  quarantined,
  rescheduled,
  violationReported,
} from '../../support/isolation-fixtures.ts';

const active = [quarantined(), notified()];
const pending = ended('released', day(14), 'pending');

describe('a quarantine whose end has come', () => {
  test('goes on while its person may be ill, and says so once', () => {
    given(anIsolation(), ...active)
      .when(pending)
      .thenRaises({ type: 'QuarantineKeptForResult', contactId: CONTACT });
    given(anIsolation(), ...active, pending)
      .when(ended('released', day(15), 'pending'))
      .thenQuiet();
  });
  test.each([
    [undefined, 'released'],
    ['isolated', 'became-case'],
    ['deceased', 'deceased'],
  ] as const)('and whose person’s illness is %s is ended: %s', (ownIllness, because) => {
    for (const earlier of [active, [...active, pending]])
      given(anIsolation(), ...earlier)
        .when(ended('released', day(16), ownIllness))
        .thenRaises({ type: 'IsolationEnded', because });
  });
  test('has not come before its day, whatever its person has', () => {
    for (const ownIllness of ['pending', 'isolated', undefined] as const)
      given(anIsolation(), ...active)
        .when(ended('released', day(13), ownIllness))
        .thenRefused('isolation/not-due');
  });
  test('is withdrawn or handed over all the same', () => {
    for (const because of ['withdrawn', 'became-case'] as const)
      given(anIsolation(), ...active, pending)
        .when(ended(because, day(15), 'pending'))
        .thenRaises({ type: 'IsolationEnded', because });
  });
  test('is a quarantine’s only: a case is isolated by its own criteria', () =>
    given(anIsolation(), isolatedUntil(), notified())
      .when(pending)
      .thenRaises({ type: 'IsolationEnded', because: 'released' }));
});

describe('a quarantine that is kept', () => {
  test('is looked at anew when its end moves', () => {
    for (const moving of [
      exposed(day(20), '2026-03-05', day(15)),
      rescheduled(day(20), 'symptoms', day(15)),
    ]) {
      const one = anIsolation();
      for (const command of [...active, pending, moving]) one.execute(command);
      expect(one.state).not.toHaveProperty('keptForResultSince');
      given(one)
        .when(ended('released', day(20), 'pending'))
        .thenRaises({ type: 'QuarantineKeptForResult' });
    }
  });
  test('is in force, and its days count to its real end', () => {
    given(anIsolation(), ...active, pending)
      .when(violationReported('app', day(16)))
      .thenRaises({ type: 'ViolationReported' });
    const one = anIsolation();
    for (const command of [...active, pending, ended('released', day(16))]) one.execute(command);
    const punctual = anIsolation();
    for (const command of [...active, ended('released', day(16))]) punctual.execute(command);
    expect(isolatedDaysOf(one.state) - isolatedDaysOf(punctual.state)).toBe(2);
  });
});
