import { describe, expect, test } from '@jest/globals';
import { given } from '../../support/given-when-then.ts';
import {
  anIsolation,
  CASE,
  day,
  ended,
  isolated,
  isolatedUntil,
  lookedAfter,
  notified,
  PERSON,
  quarantined,
  started,
  violationEstablished,
  violationReported,
  violationWithdrawn,
} from '../../support/isolation-fixtures.ts';

const active = [isolatedUntil(), notified()];
/** Served two days before its first day, 6 March. */
const ahead = [isolatedUntil(day(14), day(3), '2026-03-06'), notified()];

describe('a check', () => {
  test('finds the person in isolation, or not', () => {
    given(anIsolation(), ...active)
      .when(lookedAfter('inIsolation'))
      .thenRaises({ type: 'InIsolationConfirmed', caseId: CASE });
    given(anIsolation(), ...active)
      .when(lookedAfter('notReached'))
      .thenRaises({ type: 'IsolationCheckMissed', outcome: 'notReached', missedInARow: 1 });
    given(anIsolation(), ...active, lookedAfter('notReached', day(5)))
      .when(lookedAfter('notFound'))
      .thenRaises(
        { type: 'IsolationCheckMissed', outcome: 'notFound', missedInARow: 2 },
        { type: 'ViolationReported', sequence: 1, source: 'check', occurredAt: day(6).toString() },
      );
  });
  test('that finds nobody at a visit is a violation to be verified, once for each visit', () => {
    const away = lookedAfter('notFound');
    const missed = (missedInARow: number) => ({ type: 'IsolationCheckMissed', missedInARow });
    given(anIsolation(), ...active, away)
      .when(away)
      .thenQuiet();
    given(anIsolation(), ...active, violationReported('check'))
      .when(away)
      .thenRaises(missed(1));
    given(anIsolation(), ...active, away)
      .when(violationReported('check'))
      .thenQuiet();
    given(anIsolation(), ...active, away)
      .when(lookedAfter('notFound', day(7)))
      .thenRaises(missed(2), { type: 'ViolationReported', sequence: 2, occurredAt: day(7).toString() });
  });
  test('that finds nobody is none of somebody in hospital, nor after the last day', () => {
    given(anIsolation(), ...active)
      .when(lookedAfter('notFound', day(6), true))
      .thenRaises({ type: 'IsolationCheckMissed' });
    given(anIsolation(), ...active)
      .when(lookedAfter('notFound', day(14)))
      .thenRaises({ type: 'IsolationCheckMissed' });
    given(anIsolation(), ...active, ended())
      .when(lookedAfter('notFound', day(15)))
      .thenRefused('isolation/already-ended');
  });
  test('that finds the person ends a row of missed ones', () => {
    const one = anIsolation();
    for (const command of [
      ...active,
      lookedAfter('notReached', day(4)),
      lookedAfter('inIsolation', day(5)),
    ]) {
      one.execute(command);
    }
    expect(one.state).toMatchObject({
      checks: 2,
      missedInARow: 0,
      lastCheck: { at: day(5).toString(), outcome: 'inIsolation' },
    });
  });
  test('told twice is quiet', () =>
    given(anIsolation(), ...active, lookedAfter('notReached'))
      .when(lookedAfter('notReached'))
      .thenQuiet());
  test('with an answer from before the last one is quiet: it undoes no later miss', () => {
    const missed = [...active, lookedAfter('notReached', day(6))];
    given(anIsolation(), ...missed)
      .when(lookedAfter('inIsolation', day(5)))
      .thenQuiet();
    given(anIsolation(), ...missed)
      .when(lookedAfter('inIsolation', day(7)))
      .thenRaises({ type: 'InIsolationConfirmed', missedBefore: 1 });
  });
  test('is of an order in force', () => {
    given(anIsolation(), isolated()).when(lookedAfter('inIsolation')).thenRefused('isolation/not-in-force');
    given(anIsolation(), ...ahead)
      .when(lookedAfter('inIsolation', day(4)))
      .thenRefused('isolation/not-in-force');
    given(anIsolation(), ...ahead, started())
      .when(lookedAfter('inIsolation'))
      .thenRaises({ type: 'InIsolationConfirmed' });
    given(anIsolation(), ...active, ended())
      .when(lookedAfter('inIsolation', day(15)))
      .thenRefused('isolation/already-ended');
  });
});

describe('a report of a violation', () => {
  test('is numbered, and ends nothing', () => {
    given(anIsolation(), ...active)
      .when(violationReported('app', day(6), day(5)))
      .thenRaises({ type: 'ViolationReported', sequence: 1, source: 'app', occurredAt: day(5).toString() });
    given(anIsolation(), ...active, violationReported())
      .when(violationReported('call'))
      .thenRaises({ type: 'ViolationReported', sequence: 2, source: 'call', occurredAt: day(6).toString() });
    const one = anIsolation();
    for (const command of [...active, violationReported(), violationEstablished()]) one.execute(command);
    expect(one.state.stage).toBe('active');
  });
  test('told twice is quiet, even when it was withdrawn meanwhile', () => {
    given(anIsolation(), ...active, violationReported())
      .when(violationReported())
      .thenQuiet();
    given(anIsolation(), ...active, violationReported(), violationWithdrawn())
      .when(violationReported())
      .thenQuiet();
  });
  test('may become known after the end, but not of a time after it', () => {
    const over = [...active, ended('deceased', day(9))];
    given(anIsolation(), ...over)
      .when(violationReported('report', day(20), day(9)))
      .thenRaises({ type: 'ViolationReported' });
    given(anIsolation(), ...over)
      .when(violationReported('report', day(20), day(10)))
      .thenRefused('isolation/not-in-force');
    given(anIsolation(), ...active)
      .when(violationReported('report', day(20), day(14)))
      .thenRefused('isolation/not-in-force');
  });
  test('is of an order that was served and had begun', () => {
    given(anIsolation(), isolated()).when(violationReported()).thenRefused('isolation/not-in-force');
    given(anIsolation(), isolated(), notified('sms', day(6)))
      .when(violationReported('report', day(7), day(5)))
      .thenRefused('isolation/not-in-force');
    given(anIsolation(), ...ahead)
      .when(violationReported('app', day(4)))
      .thenRefused('isolation/not-in-force');
  });
  test('is not of the future', () =>
    given(anIsolation(), ...active)
      .when(violationReported('app', day(6), day(7)))
      .thenRefused('date/in-the-future'));
});

describe('a violation', () => {
  const reported = [...active, violationReported(), violationReported('check')];
  test('is established by a person, after it was reported', () => {
    given(anIsolation(), ...reported)
      .when(violationEstablished(2))
      .thenRaises({
        type: 'IsolationViolationEstablished',
        sequence: 2,
        source: 'check',
        occurredAt: day(6).toString(),
        personId: PERSON,
        binding: 'duty',
      });
    given(anIsolation(), ...reported)
      .when(violationEstablished(1, day(7), 'process:case'))
      .thenRefused('isolation/needs-a-person');
    for (const sequence of [0, 3, 1.5]) {
      given(anIsolation(), ...reported)
        .when(violationEstablished(sequence))
        .thenRefused('isolation/violation-not-reported');
    }
    given(anIsolation(), ...reported, violationEstablished())
      .when(violationEstablished())
      .thenQuiet();
  });
  test('of an advice says so', () =>
    given(anIsolation(), quarantined(), notified(), violationReported())
      .when(violationEstablished())
      .thenRaises({ type: 'IsolationViolationEstablished', binding: 'advice' }));
  test('may be established after the end', () =>
    given(anIsolation(), ...reported, ended())
      .when(violationEstablished(1, day(20)))
      .thenRaises({ type: 'IsolationViolationEstablished' }));
  test('is withdrawn with a reason, by a person, once', () => {
    given(anIsolation(), ...reported)
      .when(violationWithdrawn())
      .thenRaises({ type: 'ViolationWithdrawn', sequence: 1, reason: 'unfounded', wasEstablished: false });
    given(anIsolation(), ...reported, violationEstablished())
      .when(violationWithdrawn(1, 'objection-upheld'))
      .thenRaises({ type: 'ViolationWithdrawn', wasEstablished: true, personId: PERSON });
    given(anIsolation(), ...reported, violationWithdrawn())
      .when(violationWithdrawn())
      .thenQuiet();
    given(anIsolation(), ...reported, violationWithdrawn())
      .when(violationWithdrawn(1, 'justified'))
      .thenRefused('isolation/violation-withdrawn');
    given(anIsolation(), ...reported, violationWithdrawn())
      .when(violationEstablished())
      .thenRefused('isolation/violation-withdrawn');
    given(anIsolation(), ...reported)
      .when(violationWithdrawn(1, 'unfounded', day(7), 'process:case'))
      .thenRefused('isolation/needs-a-person');
    given(anIsolation(), ...reported)
      .when(violationWithdrawn(9))
      .thenRefused('isolation/violation-not-reported');
  });
  test('is counted while it stands', () => {
    const one = anIsolation();
    for (const command of [...reported, violationEstablished(1), violationEstablished(2)])
      one.execute(command);
    expect(one.state.establishedViolations).toBe(2);
    one.execute(violationWithdrawn(2, 'objection-upheld'));
    expect(one.state.establishedViolations).toBe(1);
    expect(one.state.violations[1]).toMatchObject({
      stage: 'withdrawn',
      establishedAt: day(7).toString(),
      withdrawnBecause: 'objection-upheld',
    });
  });
});
