import type { LivingSupportState } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { paymentReference } from '../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { recallsOf, recoveredWon } from '../../domain/diagnostic-testing/living-support/recovery.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { change } from '../change.ts';
import { callOff, effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import type { SubjectMoment, SubjectStep, Uses } from '../uses.ts';
import { restoreLivingSupport } from './decide-living-support.ts';
import { byPaymentSystem, ownerOfClaim, recallKey } from './living-support-step.ts';

/** 환수: what is due back is asked for once for each reversal. */
export const recallLivingSupport =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const { stage, caseId, reference } = state;
    if (reference === undefined) return;
    if (stage !== 'reversed') return settled(uses, step.id, state); // told by its message since
    if (caseId !== undefined) holdWhileInDoubt((await uses.cases.load(caseId)).aggregate.state, caseId);
    for (const { reversal, won } of recallsOf(state)) {
      const key = recallKey(step.id, reversal);
      await effect(
        uses.effects,
        { name: 'living-support-recall', key, owner: ownerOfClaim(step.id, state) },
        async () => (await uses.livingSupportPayments.recall({ key, reference, won })).reference,
      );
    }
  };

async function settled(uses: Uses, id: string, state: LivingSupportState): Promise<void> {
  for (const { reversal } of recallsOf(state)) {
    const key = recallKey(id, reversal);
    const find = async () => (await uses.livingSupportPayments.findRecallByKey(key))?.reference;
    await callOff(uses.effects, key, find);
  }
}

/** Has the money come back? Asked by our keys; what is recorded already is quiet. */
export const settleLivingSupportRecall =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const asked = (await uses.livingSupports.load(step.id)).aggregate.state;
    if (asked.stage !== 'reversed') return;
    for (const { reversal } of recallsOf(asked)) {
      const found = await uses.livingSupportPayments.findRecallByKey(recallKey(step.id, reversal));
      if (found?.state === 'recovered') await recovered(uses, step, found);
    }
  };

type Found = Readonly<{ reference: string; won: number }>;

/** More than is outstanding is for people. */
const recovered = ({ livingSupports }: Uses, step: SubjectMoment, { reference, won }: Found) =>
  change(livingSupports, step.id, {}, (claim) => {
    const { state } = claim;
    const isKnown = state.recoveries.some((one) => one.reference === reference);
    if (isKnown || won > (state.amountDueWon ?? 0) - recoveredWon(state)) return;
    claim.execute({
      type: 'RecordLivingSupportRecovery',
      amount: Money.ofWon(won),
      reference: paymentReference(reference),
      ...byPaymentSystem(step),
    });
  });

/**
 * Whenever the violation behind a recall is withdrawn. Money that the payment system is taking back already comes back
 * first, and is then paid again; only where it was never asked to, the claim stands as paid.
 */
export const restoreUnlessRecalled =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<Readonly<{ underWay: boolean }>> => {
    await settleLivingSupportRecall(uses)(step);
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const last = recallsOf(state).at(-1);
    if (state.stage === 'reversed' && last !== undefined) {
      const key = recallKey(step.id, last.reversal);
      if ((await uses.livingSupportPayments.findRecallByKey(key)) !== undefined) return { underWay: true };
      await callOff(uses.effects, key, () => Promise.resolve(undefined));
    }
    await restoreLivingSupport(uses)(step);
    return { underWay: false };
  };
