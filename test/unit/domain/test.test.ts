import { describe, expect, test } from '@jest/globals';
import { CycleThreshold } from '../../../domain/diagnostic-testing/test/cycle-threshold.ts';
import { specimenType } from '../../../domain/diagnostic-testing/test/specimen-type.ts';
import { Test } from '../../../domain/diagnostic-testing/test/test.ts';
import { testType } from '../../../domain/diagnostic-testing/test/test-type.ts';
import { contactId } from '../../../domain/shared-kernel/id.ts';
import { specimenId } from '../../../domain/shared-kernel/specimen-id.ts';
import { CASE, day, TEST } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aTest,
  cancelled,
  collected,
  CONTACT,
  corrected,
  ordered,
  orderedForContact,
  received,
  rejected,
  resulted,
} from '../../support/test-fixtures.ts';

describe('a test', () => {
  test('is ordered once, with what is known of the specimen', () => {
    given(aTest())
      .when({ ...ordered(), specimenType: specimenType('saliva'), testType: testType('pcr') })
      .thenRaises({ type: 'TestOrdered', caseId: CASE, specimenType: 'saliva', testType: 'pcr' });
    given(aTest(), ordered()).when(ordered()).thenRefused('test/already-ordered');
    given(aTest()).when(collected()).thenRefused('test/not-found');
  });
  test('of a contact belongs to the contact and to no case', () => {
    given(aTest())
      .when(orderedForContact())
      .thenRaises({ type: 'TestOrdered', purpose: 'quarantine', contactId: CONTACT });
    given(aTest(), orderedForContact())
      .when(resulted({ contactId: CONTACT }))
      .thenRaises({ type: 'QuarantineTestResulted', result: 'positive', contactId: CONTACT });
    given(aTest(), orderedForContact())
      .when(resulted({ caseId: CASE }))
      .thenRefused('test/belongs-to-another-case');
    given(aTest(), ordered())
      .when(resulted({ contactId: contactId(CONTACT) }))
      .thenRefused('test/belongs-to-another-contact');
  });
});

describe('a specimen', () => {
  test('is collected, then received, then resulted, each time told once', () => {
    given(aTest(), ordered())
      .when(collected())
      .thenRaises({ type: 'SpecimenCollected', specimenId: 'S-1', collectedAt: day(3).toString() });
    given(aTest(), ordered(), collected()).when(collected()).thenQuiet();
    given(aTest(), ordered(), collected())
      .when(collected({ collectedAt: day(3.5), at: day(4) }))
      .thenRefused('test/specimen-already-collected');
    given(aTest(), ordered(), collected())
      .when(received())
      .thenRaises({ type: 'SpecimenReceived', specimenId: 'S-1', laboratory: 'LAB-1' });
    given(aTest(), ordered(), collected(), received()).when(received()).thenQuiet();
    given(aTest(), ordered(), collected(), received())
      .when(received({ receivedAt: day(4.5), at: day(5) }))
      .thenRefused('test/specimen-already-received');
    given(aTest(), ordered(), collected(), received())
      .when(resulted({ testedAt: day(5), resultedAt: day(6), cycleThreshold: CycleThreshold.of(24.5) }))
      .thenRaises({
        type: 'InfectionStatusEstablished',
        specimenCollectedAt: day(3).toString(),
        testedAt: day(5).toString(),
        resultedAt: day(6).toString(),
        cycleThreshold: 24.5,
      });
  });
  test('may be told of by the clinic after the laboratory', () => {
    const one = aTest();
    given(one, ordered(), received())
      .when(collected({ at: day(5) }))
      .thenRaises({ type: 'SpecimenCollected' });
    expect(one.state).toMatchObject({ stage: 'received', collectedAt: day(3).toString() });
  });
  test('has the id that was ordered', () => {
    given(aTest(), ordered())
      .when(collected({ specimenId: specimenId('S-2') }))
      .thenRefused('test/specimen-differs');
    given(aTest(), ordered())
      .when(resulted({ specimenId: specimenId('S-2') }))
      .thenRefused('test/specimen-differs');
  });
  test('that is rejected is collected anew, under a new id', () => {
    const toRecollect = [ordered(), collected(), received(), rejected()];
    given(aTest(), ...toRecollect.slice(0, 3))
      .when(rejected())
      .thenRaises({ type: 'SpecimenRejected', specimenId: 'S-1', reason: 'insufficient', rejection: 1 });
    given(aTest(), ...toRecollect)
      .when(rejected())
      .thenQuiet();
    given(aTest(), ...toRecollect)
      .when(resulted())
      .thenRefused('test/specimen-rejected');
    given(aTest(), ...toRecollect)
      .when(received())
      .thenRefused('test/specimen-rejected');
    given(aTest(), ...toRecollect)
      .when(collected())
      .thenRefused('test/specimen-not-new');
    given(aTest(), ...toRecollect)
      .when(collected({ specimenId: specimenId('S-1') }))
      .thenRefused('test/specimen-not-new');
    const anew = collected({ specimenId: specimenId('S-2'), collectedAt: day(5), at: day(5) });
    given(aTest(), ...toRecollect)
      .when(anew)
      .thenRaises({ type: 'SpecimenCollected', specimenId: 'S-2' });
    given(aTest(), ...toRecollect, anew)
      .when(rejected({ at: day(6) }))
      .thenRaises({ type: 'SpecimenRejected', specimenId: 'S-2', rejection: 2 });
    given(aTest(), ...toRecollect, anew)
      .when(resulted({ specimenId: specimenId('S-1'), at: day(6) }))
      .thenRefused('test/specimen-differs');
    given(aTest(), ...toRecollect, anew)
      .when(resulted({ specimenId: specimenId('S-2'), at: day(6) }))
      .thenRaises({ type: 'InfectionStatusEstablished', specimenCollectedAt: day(5).toString() });
  });
  test('is not handled after the result', () => {
    const over = [ordered(), resulted()];
    for (const late of [collected(), received(), rejected(), cancelled()]) {
      given(aTest(), ...over)
        .when(late)
        .thenRefused('test/already-resulted');
    }
  });
});

describe('times of a test', () => {
  test('lie in order and not ahead', () => {
    given(aTest(), ordered())
      .when(collected({ collectedAt: day(4), at: day(3) }))
      .thenRefused('test/time-in-the-future');
    given(aTest(), ordered(), collected())
      .when(received({ receivedAt: day(2) }))
      .thenRefused('test/times-out-of-order');
    given(aTest(), ordered(), collected(), received())
      .when(resulted({ testedAt: day(3) }))
      .thenRefused('test/times-out-of-order');
    given(aTest(), ordered())
      .when(resulted({ testedAt: day(5), resultedAt: day(4) }))
      .thenRefused('test/times-out-of-order');
    given(aTest(), ordered())
      .when(resulted({ specimenCollectedAt: day(6.1) }))
      .thenRefused('test/time-in-the-future');
    given(aTest(), ordered())
      .when(resulted({ specimenCollectedAt: day(2), resultedAt: day(6) }))
      .thenRaises({ specimenCollectedAt: day(2).toString(), resultedAt: day(6).toString() });
  });
});

describe('a result', () => {
  test('that is corrected keeps the first one in the history', () => {
    const one = aTest();
    given(one, ordered(), resulted({ cycleThreshold: CycleThreshold.of(38) }))
      .when(corrected('negative'))
      .thenRaises({
        type: 'TestResultCorrected',
        caseId: CASE,
        purpose: 'diagnostic',
        from: 'positive',
        to: 'negative',
        reason: 'contamination',
        correction: 1,
      });
    expect(one.state).toMatchObject({
      stage: 'corrected',
      result: 'negative',
      resultedAt: day(6).toString(),
      correctedAt: day(7).toString(),
      earlierResults: [{ result: 'positive', at: day(6).toString(), cycleThreshold: 38 }],
    });
    expect(one.state.cycleThreshold).toBeUndefined();
    given(one)
      .when(corrected('indeterminate', day(8)))
      .thenRaises({ from: 'negative', correction: 2 });
    expect(one.state.earlierResults?.map(({ result }) => result)).toEqual(['positive', 'negative']);
  });
  test('is corrected once in the same way', () => {
    given(aTest(), ordered(), resulted(), corrected('negative')).when(corrected('negative')).thenQuiet();
    given(aTest(), ordered(), resulted())
      .when(corrected('positive'))
      .thenRefused('test/correction-changes-nothing');
    given(aTest(), ordered()).when(corrected('negative')).thenRefused('test/not-resulted');
  });
  test('is not contradicted by a plain one, before or after a correction', () => {
    given(aTest(), ordered(), resulted())
      .when(resulted({ result: 'negative' }))
      .thenRefused('test/result-contradicts-earlier');
    given(aTest(), ordered(), resulted(), corrected('negative'))
      .when(resulted())
      .thenRefused('test/result-contradicts-earlier');
    given(aTest(), ordered(), resulted(), corrected('negative'))
      .when(resulted({ result: 'negative' }))
      .thenQuiet();
  });
  test('of a contact is corrected for the contact', () => {
    given(aTest(), orderedForContact(), resulted())
      .when(corrected('negative'))
      .thenRaises({ type: 'TestResultCorrected', contactId: CONTACT, purpose: 'quarantine' });
  });
  test('has a cycle threshold only when it is a PCR test', () => {
    const antigen = { ...ordered(), testType: testType('rapidAntigen') };
    const cycleThreshold = CycleThreshold.of(20);
    given(aTest(), antigen)
      .when(resulted({ cycleThreshold }))
      .thenRefused('test/cycle-threshold-without-pcr');
    given(aTest(), antigen, resulted())
      .when({ ...corrected('negative'), cycleThreshold })
      .thenRefused('test/cycle-threshold-without-pcr');
  });
});

describe('a cancelled test', () => {
  test('is cancelled once and has no result', () => {
    given(aTest(), ordered())
      .when(cancelled())
      .thenRaises({ type: 'TestCancelled', reason: 'orderedByMistake', caseId: CASE });
    given(aTest(), ordered(), rejected()).when(cancelled()).thenRaises({ type: 'TestCancelled' });
    given(aTest(), ordered(), cancelled()).when(cancelled()).thenQuiet();
    for (const late of [resulted(), collected(), received(), rejected()]) {
      given(aTest(), ordered(), cancelled()).when(late).thenRefused('test/cancelled');
    }
    given(aTest(), ordered(), cancelled()).when(corrected('negative')).thenRefused('test/not-resulted');
  });
});

test('a stored test goes on as it was', () => {
  const one = aTest();
  one.execute(ordered());
  const stored = Test.from(TEST, { state: one.state, version: one.version });
  stored.execute(resulted());
  expect(stored.version).toBe(2);
});
