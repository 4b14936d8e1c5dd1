import { describe, expect, test } from '@jest/globals';
import type { CaseRules } from '../../../domain/patient-management/case/case-rules.ts';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import {
  aCase,
  asked,
  atHome,
  checked,
  day,
  diagnosed,
  planned,
  reported,
  transferred,
  treated,
} from '../../support/case-fixtures.ts';
import { rule } from '../../support/case-rules.ts';
import { given } from '../../support/given-when-then.ts';

const newer = 'kr-covid-19/2020-07-01/1';
/** The same rules with so many days. */
const withDays = (endDay: number): CaseRules => ({
  ...rule,
  id: newer,
  release: {
    ...rule.release,
    ways: {
      ...rule.release.ways,
      tracks: rule.release.ways.tracks.map((track) => ({
        ...track,
        minimum: (track.minimum ?? []).map((one) => ({ ...one, endDay })),
      })),
    },
  },
});
const applied = (rules: CaseRules, at = day(4)): CaseCommand => ({
  type: 'ApplyProtocol',
  protocol: newer,
  rule: rules,
  by: 'process:bulk',
  at,
});

describe('a protocol that reaches open episodes', () => {
  test('moves the planned check, with the old date, the new one and both versions', () => {
    const one = aCase();
    for (const command of atHome) one.execute(command);
    const before = one.state.check?.dueAt ?? '';
    given(one)
      .when(applied(withDays(7)))
      .thenRaises({
        type: 'ProtocolApplied',
        protocol: newer,
        rule: newer,
        previousRule: rule.id,
        previousDueAt: before,
      });
    expect(Date.parse(before) - Date.parse(one.state.check?.dueAt ?? '')).toBe(3 * 86_400_000);
    given(one)
      .when(planned(day(4), withDays(7)))
      .thenQuiet();
  });

  test('told again is quiet', () =>
    given(aCase(), ...atHome, applied(withDays(7)))
      .when(applied(withDays(7)))
      .thenQuiet());

  test('leaves in peace whoever is being asked and would be asked again', () => {
    const late = day(20);
    given(aCase(), ...atHome, planned(late), asked(late))
      .when(applied(withDays(7), late))
      .thenQuiet();
  });

  test('takes back a question that is too early under it', () => {
    const late = day(14);
    const one = aCase();
    given(one, ...atHome, planned(late), asked(late))
      .when(applied(withDays(30), late))
      .thenRaises({ type: 'ProtocolApplied' });
    expect(one.state).toMatchObject({ stage: 'home-treatment' });
    expect(one.state.question).toBeUndefined();
  });

  test('changes nothing where nothing is planned yet, and is refused where no date can be', () => {
    given(aCase(), diagnosed(), treated())
      .when(applied(withDays(7)))
      .thenQuiet();
    given(aCase(), diagnosed())
      .when(applied(withDays(7)))
      .thenRefused('case/not-in-home-treatment');
  });

  const anyCourse = (rules: CaseRules): CaseRules => ({
    ...rules,
    release: {
      ...rules.release,
      ways: {
        ...rules.release.ways,
        tracks: rules.release.ways.tracks.map(({ feverFreeHours: _hours, ...track }) => ({
          ...track,
          course: 'any',
        })),
      },
    },
  });
  const late = day(14);
  const ill = [...atHome, planned(late), asked(late), reported('notImproved', late), checked(late)];

  test('frees who waits for a result, and leaves the others to it', () => {
    const one = aCase();
    given(one, ...ill)
      .when(applied(withDays(7), late))
      .thenQuiet();
    expect(one.state.stage).toBe('retest');
    given(one)
      .when(applied(anyCourse(withDays(7)), late))
      .thenRaises({ type: 'ProtocolApplied', previousRule: rule.id });
    expect(one.state).toMatchObject({ stage: 'home-treatment', check: { rule: newer } });
    given(one)
      .when(checked(late, anyCourse(withDays(7))))
      .thenRaises({ type: 'FoundFreeOfSymptoms' });
  });

  test('moves the day that counts in hospital, and leaves the patient there', () => {
    const one = aCase();
    const there = { ...applied(withDays(7), late), previous: rule } as CaseCommand;
    given(one, ...atHome, transferred())
      .when(there)
      .thenRaises({ type: 'ProtocolApplied', previousRule: rule.id, rule: newer });
    expect(one.state).toMatchObject({ stage: 'in-hospital' });
    expect(one.state.check).toBeUndefined();
    given(one)
      .when({ ...there, rule } as CaseCommand)
      .thenQuiet();
    given(one)
      .when(applied(withDays(7), late))
      .thenQuiet();
  });
});
