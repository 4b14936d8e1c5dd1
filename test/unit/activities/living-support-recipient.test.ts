import { expect, test } from '@jest/globals';
import { transferLivingSupport } from '../../../activities/diagnostic-testing/transfer-living-support.ts';
import type { Uses } from '../../../activities/uses.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { aClaim, applied, approved, assessed, CLAIM } from '../../support/living-support-fixtures.ts';

const step = { id: CLAIM, at: '2026-03-21T00:00:00Z', commandId: 'c' };
const aggregate = (state: object, more: object = {}) => ({
  load: async () => ({ aggregate: { state, ...more } }),
});

/** A claim that was approved before its record was merged into another; `reason`: of the task decided last. */
function approvedThenMerged(reason: string | undefined, establishedViolations = 0, died = false) {
  const claim = aClaim();
  for (const command of [applied(), assessed(), approved()]) claim.execute(command);
  const sent: string[] = [];
  const calledOff: string[] = [];
  const personal = { name: '홍', birthDate: '1980-02-29' };
  const uses = {
    livingSupports: {
      load: async () => ({ aggregate: claim, answers: undefined }),
      save: async () => undefined,
      receiptOf: async () => undefined,
    },
    cases: aggregate({ stage: 'released' }),
    isolations: aggregate({ endedBecause: 'released', establishedViolations }),
    people: aggregate({ stage: 'merged' }, { personal }),
    lookups: { lastTaskAbout: async () => 'task', hasDied: async () => died },
    tasks: aggregate({ stage: 'decided', reason }),
    effects: {
      intend: async () => ({ status: 'new' }),
      settle: async () => undefined,
      unsettled: async () => ({ milliseconds: 0 }),
      refuse: async (key: string) => void calledOff.push(key),
    },
    livingSupportPayments: {
      findTransferByKey: async () => undefined,
      transfer: async ({ key }: { key: string }) => {
        sent.push(key);
        return { reference: 'T-1' };
      },
    },
  } as unknown as Uses;
  return { claim, sent, calledOff, uses };
}

test('nothing is paid to a record that was merged after the approval: the officer is asked', async () => {
  const { claim, sent, uses } = approvedThenMerged(undefined);
  await transferLivingSupport(uses)(step);
  expect(sent).toEqual([]);
  expect(claim).toBeInstanceOf(LivingSupport);
  expect(claim.state.stage).toBe('payment-failed');
});

test('nothing is paid to one who has died of another episode: the officer is asked', async () => {
  const { claim, sent, uses } = approvedThenMerged('recipient-merged', 0, true);
  await transferLivingSupport(uses)(step);
  expect(sent).toEqual([]);
  expect(claim.state.stage).toBe('payment-failed');
});

test('once the officer has decided knowing it, it is paid', async () => {
  const { claim, sent, uses } = approvedThenMerged('recipient-merged');
  await transferLivingSupport(uses)(step);
  expect(sent).toEqual([`living-support:${CLAIM}:payment:1`]);
  expect(claim.state.stage).toBe('approved');
});

test('nothing is paid once a violation stands, and no intent stays open: the process looks again', async () => {
  const { claim, sent, calledOff, uses } = approvedThenMerged('recipient-merged', 1);
  await transferLivingSupport(uses)(step);
  expect(sent).toEqual([]);
  expect(calledOff).toEqual([`living-support:${CLAIM}:payment:1`]);
  expect(claim.state.stage).toBe('approved');
});
