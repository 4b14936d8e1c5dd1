import { expect, test } from '@jest/globals';
import {
  openInterviewForm,
  sendInterviewLink,
  withdrawInterviewForm,
} from '../../../activities/epidemiological-investigation/send-interview.ts';
import type { Uses } from '../../../activities/uses.ts';

const ROUTE = '01900000-0000-7000-8000-000000000001';
const SURVEY = '01900000-0000-7000-8000-000000000002';
const aggregate = (state: object) => ({ load: async () => ({ aggregate: { state } }) });

/** The answer came by telephone while a step towards the person was cut off without a result. */
function answeredMeanwhile() {
  const refused: string[] = [];
  const uses = {
    routes: aggregate({ caseId: 'case' }),
    cases: aggregate({ stage: 'home-treatment' }),
    surveys: aggregate({ stage: 'answered', caseId: 'case', personId: 'person' }),
    lookups: { surveyOfCase: async () => SURVEY },
    surveyForms: { findFormByKey: async () => undefined },
    texts: { findByKey: async () => undefined },
    effects: {
      unsettled: async () => ({ milliseconds: 0 }),
      refuse: async (key: string, code: string) => void refused.push(`${key} ${code}`),
    },
  } as unknown as Uses;
  return { refused, uses };
}

test('a form that nobody is asked by any more leaves no open intent', async () => {
  const { refused, uses } = answeredMeanwhile();
  await openInterviewForm(uses)({ id: ROUTE, at: '' });
  expect(refused).toEqual([`survey:${SURVEY}:form called-off`]);
});

test('nor does its link, nor the reminder', async () => {
  const { refused, uses } = answeredMeanwhile();
  await sendInterviewLink(uses)({ id: ROUTE, at: '' });
  expect(refused).toEqual([`survey:${SURVEY}:link called-off`, `survey:${SURVEY}:reminder called-off`]);
});

/** The route is done without the interview, while the person may still be answering. */
function withdrawing(found: string, withdrawn: boolean) {
  const stored: string[] = [];
  const uses = {
    routes: aggregate({ caseId: 'case' }),
    surveys: aggregate({ stage: 'declined', caseId: 'case' }),
    lookups: { surveyOfCase: async () => SURVEY },
    surveyForms: {
      findFormByKey: async () => ({ formReference: 'form-1', state: found }),
      withdraw: async () => withdrawn,
    },
    effects: {
      intend: async () => ({ status: 'new' }),
      unsettled: async () => (found !== 'open' ? { milliseconds: 0 } : undefined),
      settle: async (key: string, reference: string) => void stored.push(`${key} ${reference}`),
      refuse: async (key: string, code: string) => void stored.push(`${key} ${code}`),
    },
  } as unknown as Uses;
  return { stored, uses };
}

test.each([
  ['open, and withdrawn', 'open', true, 'form-1'],
  ['open, and answered before the withdrawal came', 'open', false, 'called-off'],
  ['withdrawn by an attempt that was cut off', 'withdrawn', true, 'form-1'],
  ['answered after an attempt that never came', 'answered', false, 'called-off'],
])('a form found %s is stored as what became of it', async (_what, found, withdrawn, outcome) => {
  const { stored, uses } = withdrawing(found, withdrawn);
  await withdrawInterviewForm(uses)({ id: ROUTE, at: '' });
  expect(stored).toEqual([`survey:${SURVEY}:withdrawal ${outcome}`]);
});
