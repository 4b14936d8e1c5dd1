import { describe, expect, test } from '@jest/globals';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import {
  defectIn,
  reasonToPark,
  refusalOfDomain,
  wasHeld,
  wasRefusedByPartner,
} from '../../../workflows/failures.ts';

const failure = (type: string): ApplicationFailure =>
  ApplicationFailure.create({ message: 'what went wrong', type, nonRetryable: true });
const ofActivity = (type: string): ActivityFailure =>
  new ActivityFailure('failed', 'sendNotice', 'id', 'NON_RETRYABLE_FAILURE', 'worker', failure(type));

/** The engine hands over a local activity's failure as it is, and wraps that of any other activity. */
describe.each([
  ['a step in our own database', failure, 'store: what went wrong'],
  ['a step that reaches a partner', ofActivity, 'sendNotice: what went wrong'],
])('a failure of %s', (_where, failed, defect) => {
  test('tells the domain’s refusal', () => {
    expect(refusalOfDomain(failed('case/already-closed'))).toBe('case/already-closed');
    expect(refusalOfDomain(failed('Defect'))).toBeUndefined();
  });
  test('tells a partner’s refusal, a hold and a defect', () => {
    expect(wasRefusedByPartner(failed('ExternalSystemRefused'))).toBe(true);
    expect(wasHeld(failed('HeldForIdentity'))).toBe(true);
    expect(defectIn(failed('Defect'))).toBe(defect);
    expect(defectIn(failed('case/already-closed'))).toBeUndefined();
  });
});

test('anything else is none of these', () => {
  const error = new Error('case/already-closed');
  expect([refusalOfDomain(error), defectIn(error)]).toEqual([undefined, undefined]);
  expect([wasHeld(error), wasRefusedByPartner(error)]).toEqual([false, false]);
});

test.each([
  ['http-422', 'partner-refused'],
  ['garbage', 'partner-makes-no-sense'],
])('a partner’s %s is parked as %s', (code, reason) => {
  const refused = { message: '', type: 'ExternalSystemRefused', nonRetryable: true, details: [code] };
  expect(reasonToPark(ApplicationFailure.create(refused))).toBe(reason);
});
