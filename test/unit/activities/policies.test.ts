import { describe, expect, test } from '@jest/globals';
import { announces, policies, reactionsTo } from '../../../activities/policies.ts';
import type { Reaction, Reactions } from '../../../activities/policies/reaction.ts';

const table = Object.entries(policies as Readonly<Record<string, Reactions>>).flatMap(([type, reactions]) =>
  reactions === 'none' ? [] : reactions.map((reaction): readonly [string, Reaction] => [type, reaction]),
);
const typesOf = (process: Reaction['process'], by: Reaction['by']) =>
  table.filter(([, one]) => one.process === process && one.by === by).map(([type]) => type);

describe('whenever', () => {
  test('an aggregate comes to be, its process begins: nothing else begins one', () => {
    const begun = table.filter(([, { by }]) => by === 'start').map(([type, { process }]) => [process, type]);
    expect(Object.fromEntries(begun)).toMatchObject({
      caseLifecycle: 'CaseOpened',
      isolationLifecycle: 'IsolationOrdered',
    });
  });
  test('people or laboratories tell something, the case’s process hears of it', () => {
    expect(typesOf('caseLifecycle', 'signal').sort()).toEqual([
      'ClinicalCourseRecorded',
      'DeathReported',
      'DiagnosisWithdrawn',
      'IdentityResolved',
      'InfectionStatusEstablished',
      'MedicalHistoryRecorded',
      'ProtocolApplied',
      'ProtocolChosen',
      'ReleaseTestResulted',
      'ReturnedFromHospital',
      'SymptomsReported',
      'TaskDecided',
      'TestCancelled',
      'TransferredToHospital',
    ]);
  });
  test.each(['HomeTreatmentStarted', 'PcrTestPerformed', 'TaskCancelled', 'PersonRegistered'])(
    '%s happens, the process that caused it is not told',
    (type) => expect(announces(type)).toBe(false),
  );
  test('an event type is unknown, that is told loudly', () => {
    expect(() => reactionsTo('CaseOpenned')).toThrow('no policy for event type CaseOpenned');
  });
  test('every reaction has its sentence for the documents', () => {
    for (const [, { whenever }] of table) expect(whenever).toMatch(/^whenever .+: .+/);
  });
});
