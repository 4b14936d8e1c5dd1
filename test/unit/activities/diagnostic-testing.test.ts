import { describe, expect, test } from '@jest/globals';
import {
  correctAnswers,
  expireSurvey,
  recordAnswers,
  refuseSurvey,
} from '../../../activities/diagnostic-testing/answer-survey.ts';
import {
  approveLivingSupport,
  assessLivingSupport,
  setLivingSupportAmount,
} from '../../../activities/diagnostic-testing/assess-living-support.ts';
import { cancelTest } from '../../../activities/diagnostic-testing/cancel-test.ts';
import { correctTestResult } from '../../../activities/diagnostic-testing/correct-test-result.ts';
import {
  collectSpecimen,
  receiveSpecimen,
  rejectSpecimen,
} from '../../../activities/diagnostic-testing/follow-specimen.ts';
import { offerSurvey } from '../../../activities/diagnostic-testing/offer-survey.ts';
import { orderQuarantineTest } from '../../../activities/diagnostic-testing/order-quarantine-test.ts';
import {
  recordLivingSupportPayment,
  recordLivingSupportPaymentFailure,
  recordLivingSupportRecovery,
  retryLivingSupportPayment,
} from '../../../activities/diagnostic-testing/pay-living-support.ts';
import { recordTestResult } from '../../../activities/diagnostic-testing/record-test-result.ts';
import { stateLivingSupportFacts } from '../../../activities/diagnostic-testing/state-living-support-facts.ts';
import { reverseLivingSupport } from '../../../activities/diagnostic-testing/reverse-living-support.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import type { LivingSupportState } from '../../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { Survey } from '../../../domain/diagnostic-testing/survey/survey.ts';
import type { SurveyState } from '../../../domain/diagnostic-testing/survey/survey.state.ts';
import { Test, type TestState } from '../../../domain/diagnostic-testing/test/test.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import { caseId, livingSupportId, surveyId, testId } from '../../../domain/shared-kernel/id.ts';
import { CASE, day, PERSON, suspected, TEST } from '../../support/case-fixtures.ts';
import { aClaim, applied, CLAIM } from '../../support/living-support-fixtures.ts';
import { ANSWERS, QUESTIONS, SURVEY } from '../../support/survey-fixtures.ts';
import { CONTACT } from '../../support/test-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

let commands = 0;
const asked = (by = 'officer') => ({ commandId: `c-${(commands += 1)}`, fingerprint: 'f', by });
const clockAt = (now: { day: number }) => ({ now: () => Promise.resolve(day(now.day).toString()) });

describe('a test of a contact', () => {
  const world = () => {
    const now = { day: 3 };
    const tests = repositoryInMemory<TestState, Test>((id, stored) => Test.from(testId(id), stored));
    return { now, needs: { tests, clock: clockAt(now), newId: () => TEST } };
  };
  const order = { contactId: CONTACT, sequence: 1, specimenType: 'saliva', testType: 'pcr' };
  test('goes from order to corrected result', async () => {
    const { now, needs } = world();
    const { id } = await orderQuarantineTest(needs)({ ...asked(), ...order, laboratory: 'LAB-1' });
    const about = () => ({ ...asked(), testId: id });
    await collectSpecimen(needs)({ ...about(), collectedAt: day(3).toString(), specimenType: 'sputum' });
    now.day = 4;
    await receiveSpecimen(needs)({ ...about(), receivedAt: day(4).toString(), laboratory: 'LAB-2' });
    await rejectSpecimen(needs)({ ...about(), reason: 'leaking' });
    await collectSpecimen(needs)({ ...about(), collectedAt: day(4).toString(), specimenId: 'S-2' });
    now.day = 5;
    const result = { result: 'positive', contactId: CONTACT, specimenId: 'S-2', cycleThreshold: 30 } as const;
    const receipt = await recordTestResult(needs)({ ...about(), ...result, testedAt: day(5).toString() });
    expect(receipt.stage).toBe('resulted');
    await correctTestResult(needs)({ ...about(), result: 'negative', reason: 'reanalysed' });
    const { state } = (await needs.tests.load(id)).aggregate;
    expect(state).toMatchObject({ stage: 'corrected', laboratory: 'LAB-2', specimenType: 'sputum' });
  });
  test('is cancelled; the same command again is answered as before', async () => {
    const { needs } = world();
    const { id } = await orderQuarantineTest(needs)({ ...asked(), ...order });
    const cancel = { ...asked(), testId: id, reason: 'orderedTwice' } as const;
    const receipt = await cancelTest(needs)(cancel);
    expect(receipt.stage).toBe('cancelled');
    expect(await cancelTest(needs)(cancel)).toEqual(receipt);
  });
  test('may be told of by a clock that runs a little ahead, but not by one that runs far ahead', async () => {
    const { needs } = world();
    const { id } = await orderQuarantineTest(needs)({ ...asked(), ...order });
    const collect = (hours: number) =>
      collectSpecimen(needs)({
        ...asked(),
        testId: id,
        collectedAt: day(3).plusHours(hours).toString(),
      });
    await expect(collect(0.2)).rejects.toThrow('test/time-in-the-future');
    expect(await collect(0.05)).toMatchObject({ stage: 'collected' });
  });
});

test('a survey is offered, refused, answered by telephone and corrected', async () => {
  const now = { day: 2 };
  const surveys = repositoryInMemory<SurveyState, Survey>((id, stored) => Survey.from(surveyId(id), stored));
  const cases = repositoryInMemory<CaseState, Case>((one, stored) => Case.from(caseId(one), stored));
  const theirs = Case.unopened(caseId(CASE));
  theirs.execute(suspected(day(0)));
  await cases.save(theirs);
  const needs = { surveys, cases, clock: clockAt(now), newId: () => SURVEY };
  const { id } = await offerSurvey(needs)({
    ...asked(),
    personId: PERSON,
    caseId: CASE,
    questionnaire: { code: 'covid19-first', version: 1, questions: QUESTIONS },
    channel: 'smsLink',
    respondent: 'guardian',
    answerBy: day(4).toString(),
  });
  const about = () => ({ ...asked(), surveyId: id });
  await expect(expireSurvey(needs)(about())).rejects.toThrow('survey/still-open');
  await refuseSurvey(needs)({ ...about(), reason: 'unable' });
  expect(await expireSurvey(needs)({ ...about(), at: day(4).toString() })).toMatchObject({
    stage: 'refused',
  });
  now.day = 5;
  await recordAnswers(needs)({ ...about(), answers: ANSWERS, channel: 'telephone' });
  const answers = { ...ANSWERS, cough: true };
  const receipt = await correctAnswers(needs)({ ...about(), answers, reason: 'enteredWrongly' });
  expect(receipt.stage).toBe('answered');
  expect((await surveys.load(id)).aggregate.symptoms).toEqual(['fever', 'cough']);
  expect((await cases.load(CASE)).aggregate.state.identityInDoubt).toBeUndefined();
  const denied = { ...answers, 'name-is-mine': false };
  await correctAnswers(needs)({ ...about(), answers: denied, reason: 'enteredWrongly' });
  expect((await cases.load(CASE)).aggregate.state.identityInDoubt).toBe('survey-contradicts');
});

test('living support is claimed, paid at the second attempt, reversed and recovered', async () => {
  const livingSupports = repositoryInMemory<LivingSupportState, LivingSupport>((id, stored) =>
    LivingSupport.from(livingSupportId(id), stored),
  );
  const needs = { livingSupports, clock: clockAt({ day: 20 }) };
  const claim = aClaim();
  claim.execute(applied());
  await livingSupports.save(claim);
  const about = (by?: string) => ({ ...asked(by), livingSupportId: CLAIM });
  await stateLivingSupportFacts(needs)({ ...about('payer'), facts: { incomePercent: 80 }, householdSize: 4 });
  await assessLivingSupport(needs)({
    ...about('process:case'),
    rule: { version: 'kr-covid19@2026-01-01', noticesFrom: '2026-01-01' },
    conditions: { rulesKept: true, withinIncome: true, entitled: true },
  });
  const amountWon = 150_000;
  await setLivingSupportAmount(needs)({ ...about('payer'), amountWon, reason: 'notStatedInProtocol' });
  await expect(approveLivingSupport(needs)(about('payer'))).rejects.toThrow('living-support/same-person');
  await approveLivingSupport(needs)(about('chief'));
  await recordLivingSupportPaymentFailure(needs)({ ...about('bank'), attempt: 1, reason: 'systemRefused' });
  await retryLivingSupportPayment(needs)(about());
  await recordLivingSupportPayment(needs)({ ...about('bank'), amountWon, reference: 'P-1' });
  await reverseLivingSupport(needs)({ ...about(), reason: 'wrongAmount', amountDueWon: 50_000 });
  const receipt = await recordLivingSupportRecovery(needs)({
    ...about('bank'),
    amountWon: 50_000,
    reference: 'R-1',
  });
  expect(receipt.stage).toBe('recovered');
});
