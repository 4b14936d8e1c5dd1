import { describe, expect, test } from '@jest/globals';
import { IsolationPeriod } from '../../../domain/isolation-management/isolation/isolation-period.ts';
import { protocolVersion } from '../../../domain/isolation-management/isolation/protocol-version.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { given } from '../../support/given-when-then.ts';
import {
  anIsolation,
  CONTACT,
  day,
  ended,
  exposed,
  isolated,
  isolatedUntil,
  lookedAfter,
  NEW_PROTOCOL,
  notified,
  OTHER_CONTACT,
  quarantined,
  releaseNotified,
  rescheduled,
} from '../../support/isolation-fixtures.ts';

describe('a period', () => {
  const first = LocalDate.of('2026-03-04');
  test('ends after it starts, at 00:00 in Seoul', () => {
    const midnight = Instant.onDayInSeoul(first, 0);
    expect(() => IsolationPeriod.of(first, midnight)).toThrow('period/ends-before-start');
    const short = IsolationPeriod.of(first, midnight.plusHours(1));
    expect([short.isOverAt(midnight), short.isOverAt(midnight.plusHours(1))]).toEqual([false, true]);
    expect([short.hasBegunAt(midnight.plusHours(-1)), short.hasBegunAt(midnight)]).toEqual([false, true]);
  });
  test('is equal by its dates', () => {
    const open = IsolationPeriod.of(first);
    const closed = open.endingAt(day(14));
    expect(open.equals(IsolationPeriod.of(LocalDate.of('2026-03-04')))).toBe(true);
    expect(closed.equals(IsolationPeriod.of(first, day(14)))).toBe(true);
    expect([open.equals(closed), closed.equals(open), closed.equals(open.endingAt(day(15)))]).toEqual([
      false,
      false,
      false,
    ]);
    expect(open.isOverAt(day(1000))).toBe(false);
  });
  test('names a protocol version without free text', () => {
    expect(() => protocolVersion('9판 홍길동')).toThrow('isolation/protocol-malformed');
  });
});

describe('the end', () => {
  const active = [isolatedUntil(), notified()];
  test.each([
    ['IsolationExtended', day(16)],
    ['IsolationShortened', day(10)],
  ])('%s holds the old and the new one, the reason and the version', (type, endsAt) => {
    given(anIsolation(), ...active)
      .when(rescheduled(endsAt))
      .thenRaises({
        type,
        oldEndsAt: day(14).toString(),
        newEndsAt: endsAt.toString(),
        reason: 'protocol-changed',
        protocol: NEW_PROTOCOL,
      });
    const one = anIsolation();
    for (const command of [...active, rescheduled(endsAt)]) one.execute(command);
    expect(one.state).toMatchObject({ stage: 'active', endsAt: endsAt.toString(), protocol: NEW_PROTOCOL });
  });
  test('moved to where it is, is quiet', () =>
    given(anIsolation(), ...active)
      .when(rescheduled(day(14)))
      .thenQuiet());
  test('never lies before the start', () =>
    given(anIsolation(), ...active)
      .when(rescheduled(day(1)))
      .thenRefused('period/ends-before-start'));
  test('is not moved where the criteria decide, nor when it has come', () => {
    given(anIsolation(), isolated())
      .when(rescheduled(day(16)))
      .thenRefused('isolation/end-decided-by-criteria');
    given(anIsolation(), ...active, ended())
      .when(rescheduled(day(16)))
      .thenRefused('isolation/already-ended');
  });
  test('comes by its timer, not before', () => {
    given(anIsolation(), ...active)
      .when(ended('released', day(13)))
      .thenRefused('isolation/not-due');
    given(anIsolation(), ...active)
      .when(ended('released', day(14)))
      .thenRaises({ type: 'IsolationEnded' });
    given(anIsolation(), ...active, rescheduled(day(16)))
      .when(ended('released', day(14)))
      .thenRefused('isolation/not-due');
    given(anIsolation(), ...active, rescheduled(day(10)))
      .when(ended('released', day(10)))
      .thenRaises({ type: 'IsolationEnded', because: 'released' });
  });
  test('needs no last check, and a check brings none', () => {
    given(anIsolation(), ...active)
      .when(lookedAfter('inIsolation', day(14)))
      .thenRaises({ type: 'InIsolationConfirmed' });
    given(anIsolation(), ...active, lookedAfter('notReached', day(14)))
      .when(ended())
      .thenRaises({ type: 'IsolationEnded' });
  });
  test.each(['deceased', 'withdrawn'] as const)('comes at once for %s', (because) =>
    given(anIsolation(), ...active)
      .when(ended(because, day(4)))
      .thenRaises({ type: 'IsolationEnded', because }),
  );
  test('comes once, is notified once, and stays', () => {
    given(anIsolation(), ...active, ended())
      .when(ended('withdrawn'))
      .thenQuiet();
    given(anIsolation(), ...active)
      .when(releaseNotified())
      .thenRefused('isolation/still-running');
    given(anIsolation(), ...active, ended())
      .when(releaseNotified())
      .thenRaises({ type: 'ReleaseNotified' });
    given(anIsolation(), ...active, ended(), releaseNotified())
      .when(releaseNotified())
      .thenQuiet();
  });
});

describe('a further exposure', () => {
  test('moves the end of a quarantine to the latest', () => {
    given(anIsolation(), quarantined())
      .when(exposed(day(17)))
      .thenRaises(
        {
          type: 'QuarantineExposureRecorded',
          contactId: CONTACT,
          exposedContactId: OTHER_CONTACT,
          dateOfLastExposure: '2026-03-05',
          endsAt: day(17).toString(),
          protocol: NEW_PROTOCOL,
        },
        {
          type: 'IsolationExtended',
          oldEndsAt: day(14).toString(),
          newEndsAt: day(17).toString(),
          reason: 'new-exposure',
        },
      );
  });
  test.each([
    ['an earlier end', day(12)],
    ['the same end', day(14)],
    ['an end before the start', day(1)],
    ['no end', undefined],
  ])('with %s moves nothing', (_what, endsAt) =>
    given(anIsolation(), quarantined())
      .when(exposed(endsAt))
      .thenRaises({ type: 'QuarantineExposureRecorded' }),
  );
  test('of a quarantine that the criteria end moves nothing', () => {
    const one = anIsolation();
    const { period: _period, ...open } = quarantined() as Extract<
      ReturnType<typeof quarantined>,
      { type: 'OrderIsolation' }
    >;
    given(one, open)
      .when(exposed(day(17)))
      .thenRaises({ type: 'QuarantineExposureRecorded' });
    expect(one.state.exposures).toHaveLength(2);
  });
  test('that is known is quiet, even after a shortening', () => {
    given(anIsolation(), quarantined())
      .when(exposed(day(17), '2026-03-02', day(6), CONTACT))
      .thenQuiet();
    given(anIsolation(), quarantined(), exposed(day(17)), rescheduled(day(12), 'vaccination'))
      .when(exposed(day(17)))
      .thenQuiet();
  });
  test('is for a running quarantine, and not of a day to come', () => {
    given(anIsolation(), isolatedUntil())
      .when(exposed(day(17)))
      .thenRefused('isolation/not-a-quarantine');
    given(anIsolation(), quarantined(), ended())
      .when(exposed(day(17)))
      .thenRefused('isolation/already-ended');
    given(anIsolation(), quarantined())
      .when(exposed(day(17), '2026-03-08', day(6)))
      .thenRefused('date/in-the-future');
  });
});
