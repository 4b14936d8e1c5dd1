import { describe, expect, test } from '@jest/globals';
import { Answers, type AnswersByQuestion } from '../../../domain/diagnostic-testing/survey/answers.ts';
import { Questionnaire, type Question } from '../../../domain/diagnostic-testing/survey/questionnaire.ts';
import { Survey } from '../../../domain/diagnostic-testing/survey/survey.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { CASE, day, PERSON } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  ANSWERS,
  answered,
  answersCorrected,
  aSurvey,
  expired,
  offered,
  QUESTIONS,
  refused,
  SURVEY,
} from '../../support/survey-fixtures.ts';

describe('a survey', () => {
  test('is offered once, with its questions, until a time ahead', () => {
    given(aSurvey())
      .when(offered())
      .thenRaises({
        type: 'SurveyOffered',
        caseId: CASE,
        personId: PERSON,
        questionnaire: 'covid19-first',
        questionnaireVersion: 2,
        questions: [...QUESTIONS],
        channel: 'smsLink',
        respondent: 'self',
        answerBy: day(4).toString(),
      });
    given(aSurvey(), offered()).when(offered()).thenRefused('survey/already-offered');
    given(aSurvey())
      .when(offered('smsLink', day(2)))
      .thenRefused('survey/answer-by-passed');
    given(aSurvey()).when(answered()).thenRefused('survey/not-found');
  });
  test('is answered once', () => {
    given(aSurvey(), offered())
      .when(answered())
      .thenRaises({ type: 'SurveyAnswered', answers: ANSWERS, channel: 'smsLink' });
    given(aSurvey(), offered(), answered()).when(answered()).thenQuiet();
    given(aSurvey(), offered(), answered())
      .when(answered({ ...ANSWERS, cough: true }))
      .thenRefused('survey/already-answered');
  });
  test('is refused once; then an investigator asks, and no link answers', () => {
    given(aSurvey(), offered()).when(refused()).thenRaises({ type: 'SurveyRefused', reason: 'declined' });
    given(aSurvey(), offered(), refused()).when(refused()).thenQuiet();
    given(aSurvey(), offered(), answered()).when(refused()).thenRefused('survey/already-answered');
    given(aSurvey(), offered(), refused()).when(answered()).thenRefused('survey/link-closed');
    given(aSurvey(), offered(), refused())
      .when(answered(ANSWERS, day(5), 'telephone'))
      .thenRaises({ type: 'SurveyAnswered', channel: 'telephone' });
  });
  test('expires when its time has come, unless the person was quicker', () => {
    given(aSurvey(), offered())
      .when(expired(day(3.9)))
      .thenRefused('survey/still-open');
    given(aSurvey(), offered())
      .when(expired())
      .thenRaises({ type: 'SurveyExpired', answerBy: day(4).toString() });
    given(aSurvey(), offered(), answered()).when(expired()).thenQuiet();
    given(aSurvey(), offered(), expired()).when(expired()).thenQuiet();
    given(aSurvey(), offered(), expired())
      .when(refused(day(5)))
      .thenRefused('survey/expired');
    given(aSurvey(), offered(), expired())
      .when(answered(ANSWERS, day(5)))
      .thenRefused('survey/link-closed');
    given(aSurvey(), offered())
      .when(answered(ANSWERS, day(4.1)))
      .thenRefused('survey/link-closed');
    given(aSurvey(), offered())
      .when(answered(ANSWERS, day(4)))
      .thenRaises({ type: 'SurveyAnswered' });
    given(aSurvey(), offered(), expired())
      .when(answered(ANSWERS, day(5), 'inPerson'))
      .thenRaises({ type: 'SurveyAnswered' });
  });
  test('whose time is over keeps no answer; one that is still asked keeps its question', () => {
    const destroy = { type: 'DestroyAnswers', by: 'process:bulk', at: day(40) } as const;
    given(aSurvey(), offered()).when(destroy).thenRefused('survey/still-open');
    given(aSurvey(), offered(), refused()).when(destroy).thenQuiet();
    const survey = aSurvey();
    given(survey, offered(), answered()).when(destroy).thenRaises({ type: 'AnswersDestroyed' });
    expect(survey.state).toMatchObject({ stage: 'answered', answersDestroyedAt: day(40).toString() });
    expect(survey.state).not.toHaveProperty('answers');
    expect(survey.symptoms).toEqual([]);
    given(aSurvey(), offered(), answered(), destroy).when(destroy).thenQuiet();
  });
  test('is corrected with a reason; an answer can be taken back', () => {
    const { onset: _onset, ...without } = ANSWERS;
    given(aSurvey(), offered(), answered())
      .when(answersCorrected({ ...without, fever: false }))
      .thenRaises({
        type: 'SurveyCorrected',
        answers: { fever: false, cough: false, travelled: true },
        changed: ['fever', 'onset'],
        reason: 'foundByInvestigator',
        correction: 1,
      });
    given(aSurvey(), offered(), answered(), answersCorrected(without))
      .when(answersCorrected(without))
      .thenQuiet();
    given(aSurvey(), offered(), answered(), answersCorrected(without))
      .when(answersCorrected(ANSWERS))
      .thenRaises({ type: 'SurveyCorrected', correction: 2 });
    given(aSurvey(), offered(), answered())
      .when(answersCorrected(ANSWERS))
      .thenRefused('survey/correction-changes-nothing');
    given(aSurvey(), offered()).when(answersCorrected(ANSWERS)).thenRefused('survey/not-answered');
    given(aSurvey(), offered(), answered())
      .when(answersCorrected({ fever: true }))
      .thenRefused('survey/answer-missing');
  });
  test.each<[string, AnswersByQuestion]>([
    ['survey/question-unknown', { ...ANSWERS, remarks: true }],
    ['survey/answer-missing', { fever: true }],
    ['survey/answer-malformed', { ...ANSWERS, fever: 'yes' }],
    ['survey/answer-malformed', { ...ANSWERS, onset: '2026-02-30' }],
    ['survey/answer-malformed', { ...ANSWERS, onset: true }],
    ['survey/answer-malformed', { ...ANSWERS, household: 0 }],
    ['survey/answer-malformed', { ...ANSWERS, household: 21 }],
    ['survey/answer-malformed', { ...ANSWERS, household: Number.NaN }],
    ['survey/answer-malformed', { ...ANSWERS, household: '3' }],
    ['survey/answer-malformed', { ...ANSWERS, work: '홍길동, 서울' }],
    ['survey/answer-malformed', { ...ANSWERS, work: 1 }],
    ['date/in-the-future', { ...ANSWERS, onset: '2026-03-05' }],
  ])('%s: %j', (code, answers) => given(aSurvey(), offered()).when(answered(answers)).thenRefused(code));
  test('takes every kind of answer', () =>
    given(aSurvey(), offered())
      .when(answered({ ...ANSWERS, household: 20, work: 'school', 'name-is-mine': true }))
      .thenRaises({ type: 'SurveyAnswered' }));
});

describe('what a survey says', () => {
  const survey = (answers?: AnswersByQuestion) => {
    const one = aSurvey();
    one.execute(offered());
    if (answers !== undefined) one.execute(answered(answers));
    return one;
  };
  test('symptoms, onset and exposures are those of the answers', () => {
    const { symptoms, dateOfSymptomOnset, exposures } = survey(ANSWERS);
    expect(symptoms).toEqual(['fever']);
    expect(dateOfSymptomOnset?.toString()).toBe('2026-03-02');
    expect(exposures).toEqual({ travelled: true });
  });
  test('before the answers nothing is known', () => {
    const { symptoms, dateOfSymptomOnset, exposures, identityDoubted } = survey();
    expect([symptoms, dateOfSymptomOnset, exposures, identityDoubted]).toEqual([[], undefined, {}, false]);
  });
  test('identity is in doubt only when it was denied', () => {
    expect(survey(ANSWERS).identityDoubted).toBe(false);
    expect(survey({ ...ANSWERS, 'name-is-mine': true }).identityDoubted).toBe(false);
    expect(survey({ ...ANSWERS, 'name-is-mine': false }).identityDoubted).toBe(true);
  });
  test('a stored survey says the same', () => {
    const { state, version } = survey(ANSWERS);
    const stored = Survey.from(SURVEY, { state, version });
    given(stored).when(answered()).thenQuiet();
    expect(stored.symptoms).toEqual(['fever']);
  });
});

describe('a questionnaire', () => {
  const [fever, , onset] = QUESTIONS as [Question, Question, Question];
  const of = (questions: readonly Question[], code = 'q', version = 1) =>
    Questionnaire.of({ code, version, questions });
  test.each<[string, () => unknown]>([
    ['questionnaire/malformed', () => of([fever], '설문')],
    ['questionnaire/malformed', () => of([fever], 'q', 0)],
    ['questionnaire/malformed', () => of([])],
    ['questionnaire/malformed', () => of([fever, fever])],
    ['questionnaire/malformed', () => of([onset, { ...onset, code: 'onset2' }])],
    ['question/malformed', () => of([{ ...fever, code: 'has fever?' }])],
    ['question/malformed', () => of([{ ...fever, kind: 'number' }])],
    ['question/malformed', () => of([{ ...fever, topic: 'identity', kind: 'date' }])],
    ['question/malformed', () => of([{ ...onset, kind: 'boolean' }])],
    ['question/malformed', () => of([{ ...fever, topic: 'other', kind: 'choice' }])],
    ['question/malformed', () => of([{ ...fever, choices: ['a'] }])],
    ['question/malformed', () => of([{ ...fever, topic: 'other', kind: 'choice', choices: ['a b'] }])],
    ['question/malformed', () => of([{ ...fever, topic: 'other', kind: 'number', least: 2, most: 1 }])],
  ])('%s', (code, make) => expect(make).toThrow(code));
  test('keeps nothing but what questions declare', () => {
    const wordy = { ...fever, text: '홍길동 님, 열이 있습니까?' };
    expect(of([wordy]).questions).toEqual([fever]);
    expect(of([wordy]).equals(of([fever]))).toBe(true);
    expect(of([fever]).equals(of([fever], 'q', 2))).toBe(false);
  });
  test('answers are equal by value, whatever their order', () => {
    const told = (it: AnswersByQuestion) => Answers.of(QUESTIONS, it, LocalDate.of('2026-03-09'));
    expect(told({ fever: true, cough: false }).equals(told({ cough: false, fever: true }))).toBe(true);
    expect(told(ANSWERS).equals(told({ fever: true, cough: false }))).toBe(false);
  });
});
