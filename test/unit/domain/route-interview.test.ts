import { expect, test } from '@jest/globals';
import { Answers } from '../../../domain/diagnostic-testing/survey/answers.ts';
import { Questionnaire } from '../../../domain/diagnostic-testing/survey/questionnaire.ts';
import { ASKED_VISITS, ROUTE_INTERVIEW } from '../../../domain/diagnostic-testing/survey/route-interview.ts';
import { isCertain } from '../../../domain/epidemiological-investigation/route/certain.ts';
import { visitsTold } from '../../../domain/epidemiological-investigation/route/interview.ts';
import type { Visit } from '../../../domain/epidemiological-investigation/route/visit.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

const lunch = {
  'visit-1-place': 'P-1',
  'visit-1-district': 11_110,
  'visit-1-day': '2026-03-05',
  'visit-1-from': 12.5,
  'visit-1-hours': 1.5,
};

test('a visit is told in codes: half past twelve in Seoul, for an hour and a half', () => {
  expect(visitsTold({ 'went-out': true, ...lunch })).toEqual({
    visits: [{ place: 'P-1', district: '11110', from: '2026-03-05T03:30:00Z', to: '2026-03-05T05:00:00Z' }],
    unclear: 0,
  });
});

test('one that does not say where or when is counted, and none is made of nothing', () => {
  expect(visitsTold({ 'went-out': false })).toEqual({ visits: [], unclear: 0 });
  const { 'visit-1-place': _place, ...nowhere } = lunch;
  expect(visitsTold({ ...lunch, 'visit-2-place': 'P-2' })).toMatchObject({ unclear: 1 });
  expect(visitsTold(nowhere)).toEqual({ visits: [], unclear: 1 });
});

test('the questionnaire can be asked, and takes the code of a place but no text', () => {
  const { questions } = Questionnaire.of(ROUTE_INTERVIEW);
  expect(questions).toHaveLength(1 + 5 * ASKED_VISITS);
  const today = LocalDate.of('2026-03-10');
  const told = { 'went-out': true, ...lunch };
  expect(Answers.of(questions, told, today).byQuestion).toEqual(told);
  expect(() => Answers.of(questions, { ...told, 'visit-1-place': '우리 집 앞' }, today)).toThrow(
    'survey/answer-malformed',
  );
});

test('only what two kinds of sources tell needs no person, and only while nobody has decided', () => {
  const visit = (standing: Visit['standing'], confidence: Visit['confidence']) =>
    isCertain({ standing, confidence } as Visit);
  expect(visit('undecided', 'high')).toBe(true);
  expect(visit('undecided', 'medium')).toBe(false);
  expect(visit('rejected', 'high')).toBe(false);
});
