import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';
import { Questionnaire, type Question } from '../../domain/diagnostic-testing/survey/questionnaire.ts';
import type { SurveyChannel, SurveyCommand } from '../../domain/diagnostic-testing/survey/survey.commands.ts';
import { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import { surveyId } from '../../domain/shared-kernel/id.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import { CASE, day, PERSON } from './case-fixtures.ts';

export const SURVEY = surveyId('01900000-0000-7000-8000-00000000005a');

export const QUESTIONS: readonly Question[] = [
  { code: 'fever', topic: 'symptom', kind: 'boolean', required: true },
  { code: 'cough', topic: 'symptom', kind: 'boolean', required: true },
  { code: 'onset', topic: 'onset', kind: 'date', required: false },
  { code: 'travelled', topic: 'exposure', kind: 'boolean', required: false },
  { code: 'name-is-mine', topic: 'identity', kind: 'boolean', required: false },
  { code: 'household', topic: 'other', kind: 'number', required: false, least: 1, most: 20 },
  { code: 'work', topic: 'other', kind: 'choice', required: false, choices: ['health', 'school', 'none'] },
];
export const ANSWERS: AnswersByQuestion = { fever: true, cough: false, onset: '2026-03-02', travelled: true };

const by = (at: Instant) => ({ by: 'surveyor', at });
export const aSurvey = (): Survey => Survey.unopened(SURVEY);
export const offered = (channel: SurveyChannel = 'smsLink', answerBy = day(4)): SurveyCommand => ({
  type: 'OfferSurvey',
  personId: PERSON,
  caseId: CASE,
  questionnaire: Questionnaire.of({ code: 'covid19-first', version: 2, questions: QUESTIONS }),
  channel,
  respondent: 'self',
  answerBy,
  ...by(day(2)),
});
export const answered = (
  answers = ANSWERS,
  at = day(3),
  channel: SurveyChannel = 'smsLink',
): SurveyCommand => ({
  type: 'RecordAnswers',
  answers,
  channel,
  ...by(at),
});
export const refused = (at = day(3)): SurveyCommand => ({
  type: 'RefuseSurvey',
  reason: 'declined',
  ...by(at),
});
export const expired = (at = day(4)): SurveyCommand => ({ type: 'ExpireSurvey', ...by(at) });
export const answersCorrected = (answers: AnswersByQuestion, at = day(5)): SurveyCommand => ({
  type: 'CorrectAnswers',
  answers,
  reason: 'foundByInvestigator',
  ...by(at),
});
