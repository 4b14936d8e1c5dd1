import { describe, expect, test } from '@jest/globals';
import {
  aCase,
  asked,
  caseAfter,
  checked,
  day,
  diagnosed,
  planned,
  reported,
  told,
  treated,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

/** Ten days from the confirmation on 3 March, until symptoms come. */
const asymptomatic = [diagnosed(day(2), false), treated(day(2)), planned(day(2))];

describe('a case without symptoms that develops some', () => {
  const ill = [...asymptomatic, reported('notImproved', day(6))];
  test('is counted from the day of the first report', () => {
    expect(caseAfter(...asymptomatic).state.check).toMatchObject({
      countedFrom: 'confirmed',
      anchorDay: '2026-03-03',
      dueAt: '2026-03-13T15:00:00Z',
    });
    given(aCase(), ...ill)
      .when(planned(day(6)))
      .thenRaises({ countedFrom: 'onset', anchorDay: '2026-03-07', dueAt: '2026-03-17T15:00:00Z', round: 1 });
  });
  test('is not released on the day that counted before', () => {
    const well = [...ill, planned(day(6)), reported('symptomFree', day(13))];
    given(aCase(), ...well)
      .when(checked(day(13)))
      .thenQuiet();
    given(aCase(), ...well, reported('symptomFree', day(17)))
      .when(checked(day(17)))
      .thenRaises({ type: 'FoundFreeOfSymptoms', track: 'symptomatic-time' });
  });
  test('is counted from the onset that is entered, earlier or later', () => {
    for (const [onset, dueAt] of [
      ['2026-03-05', '2026-03-15T15:00:00Z'],
      ['2026-03-08', '2026-03-18T15:00:00Z'],
    ] as const) {
      given(aCase(), ...ill, planned(day(6)), reported('notImproved', day(8), onset))
        .when(planned(day(8)))
        .thenRaises({ countedFrom: 'onset', anchorDay: onset, dueAt });
    }
  });
  test('while it is being asked goes back to waiting, with the question gone', () => {
    const one = caseAfter(
      ...asymptomatic,
      asked(day(13)),
      reported('notImproved', day(13).plusHours(1)),
      planned(day(13).plusHours(1)),
    );
    expect(one.state.stage).toBe('home-treatment');
    expect(one.state).not.toHaveProperty('question');
    expect(one.state.check).toMatchObject({ anchorDay: '2026-03-14' });
  });
  test('symptoms of somebody who is free of them are a contradiction', () =>
    expect(() => told({ course: 'symptomFree', symptoms: [{ code: 'cough' }] }, day(6))).toThrow(
      'symptoms/contradict-course',
    ));
  test('on the day of the confirmation is counted from the onset, although the day is the same', () => {
    const one = caseAfter(
      ...asymptomatic,
      reported('notImproved', day(2).plusHours(2)),
      planned(day(2).plusHours(2)),
    );
    expect(one.state.check).toMatchObject({ countedFrom: 'onset', anchorDay: '2026-03-03' });
  });
});

describe('the course that is recorded with a release', () => {
  const home = [diagnosed(), treated(), planned()];
  test('is the latest', () =>
    given(aCase(), ...home, reported('notImproved', day(10).plusHours(13)), reported('improving', day(11)))
      .when(checked(day(11)))
      .thenRaises({ type: 'FoundFreeOfSymptoms', course: 'improving' }));
  test('is the latest by its time, also where an earlier report came in late', () =>
    given(aCase(), ...home, reported('improving', day(11)), reported('notImproved', day(10).plusHours(13)))
      .when(checked(day(11)))
      .thenRaises({ type: 'FoundFreeOfSymptoms', course: 'improving' }));
});
