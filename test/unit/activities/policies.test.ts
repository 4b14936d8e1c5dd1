import { describe, expect, test } from '@jest/globals';
import { announces, policies, reactionTo } from '../../../activities/policies.ts';

describe('whenever', () => {
  test('a case is opened, its process begins: nothing else begins one', () => {
    const begin = Object.entries(policies).filter(([, it]) => it !== 'none' && it.by === 'start');
    expect(begin.map(([type]) => type)).toEqual(['CaseOpened']);
  });
  test('people or laboratories tell something, the process hears of it', () => {
    const told = Object.entries(policies).filter(([, it]) => it !== 'none' && it.by === 'signal');
    expect(told.map(([type]) => type).sort()).toEqual([
      'ClinicalCourseRecorded',
      'DeathReported',
      'DiagnosisWithdrawn',
      'InfectionStatusEstablished',
      'MedicalHistoryRecorded',
      'ProtocolChosen',
      'ReleaseTestResulted',
      'ReturnedFromHospital',
      'SymptomsReported',
      'TaskDecided',
      'TransferredToHospital',
    ]);
  });
  test.each(['HomeTreatmentStarted', 'ReleasedFromIsolation', 'TaskCancelled', 'PersonRegistered'])(
    '%s happens, the process that caused it is not told',
    (type) => expect(announces(type)).toBe(false),
  );
  test('an event type is unknown, that is told loudly', () => {
    expect(() => reactionTo('CaseOpenned')).toThrow('no policy for event type CaseOpenned');
  });
  test('every reaction has its sentence for the documents', () => {
    for (const reaction of Object.values(policies)) {
      if (reaction !== 'none') expect(reaction.whenever).toMatch(/^whenever .+: .+/);
    }
  });
});
