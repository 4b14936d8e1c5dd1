import { expect, test } from '@jest/globals';
import { ExternalSystemUnavailable } from '../../../activities/ports/external-system.ts';
import { reconcileUnsettled } from '../../../activities/upkeep/reconcile-unsettled.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';

const ID = '01900000-0000-7000-8000-0000000000d1';
type Answer = () => Promise<{ providerMessageId: string } | undefined>;
const unknown: Answer = async () => undefined;
const known: Answer = async () => ({ providerMessageId: 'sms-1' });
const down: Answer = async () => {
  throw new ExternalSystemUnavailable('sms', 'time-out');
};

/** A message without a known result, and where its owner stands meanwhile. */
async function reconciled(
  name: string,
  kind: 'case' | 'supplies',
  stage: string,
  findByKey: Answer,
  mayStill?: object,
) {
  const steps: string[] = [];
  const owners = { load: async () => ({ aggregate: { state: { stage } } }) };
  const uses = {
    heart: { beat: () => undefined },
    cases: owners,
    supplies: owners,
    texts: { findByKey },
    unsettledEffects: {
      tasksOfSettled: async () => [],
      withoutResult: async () => [{ key: 'key', name, system: 'sms', owner: { kind, id: ID }, isOld: false }],
    },
    effects: {
      unsettled: async () => mayStill ?? { milliseconds: 0 },
      settle: async (_key: string, reference: string) => void steps.push(reference),
      refuse: async (_key: string, code: string) => void steps.push(code),
    },
  } as unknown as UpkeepUses;
  await reconcileUnsettled(uses, () => Promise.reject(new Error('no registration')))({ at: '' });
  return steps;
}

test.each([
  ['of a patient who has died, not sent', 'symptom-question', 'case', 'deceased', unknown, ['called-off']],
  ['of a patient who has died, sent after all', 'symptom-question', 'case', 'deceased', known, ['sms-1']],
  ['of a patient who has died, while the gateway is down', 'symptom-question', 'case', 'deceased', down, []],
  ['that the process tries again', 'symptom-question', 'case', 'symptom-check', unknown, []],
  ['of supplies that are cancelled', 'essentials-question', 'supplies', 'cancelled', unknown, ['called-off']],
  ['that is owed because of the end', 'supplies-cancelled', 'supplies', 'cancelled', unknown, []],
] as const)('a message %s', async (_what, name, kind, stage, findByKey, expected) => {
  expect(await reconciled(name, kind, stage, findByKey)).toEqual(expected);
});

test('a message that may still go out is left for the next round', async () => {
  const mayStill = { system: 'sms', milliseconds: 40_000 };
  expect(await reconciled('symptom-question', 'case', 'deceased', unknown, mayStill)).toEqual([]);
});
