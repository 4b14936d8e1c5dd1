import { paymentReference } from '../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { recoveredWon } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
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
    const { stage, caseId, reference, amountDueWon, reversals = 1 } = state;
    if (stage !== 'reversed' || reference === undefined || amountDueWon === undefined) return;
    if (caseId !== undefined) holdWhileInDoubt((await uses.cases.load(caseId)).aggregate.state, caseId);
    const key = recallKey(step.id, reversals);
    await effect(
      uses.effects,
      { name: 'living-support-recall', key, owner: ownerOfClaim(step.id, state) },
      async () => (await uses.livingSupportPayments.recall({ key, reference, won: amountDueWon })).reference,
    );
  };

/** Has the money come back? Asked by our key; what is recorded already is quiet. */
export const settleLivingSupportRecall =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const { stage, amountDueWon = 0, reversals = 1 } = state;
    const found =
      stage === 'reversed'
        ? await uses.livingSupportPayments.findRecallByKey(recallKey(step.id, reversals))
        : undefined;
    const outstanding = amountDueWon - recoveredWon(state);
    if (found?.state !== 'recovered' || found.won > outstanding) return;
    await change(uses.livingSupports, step.id, {}, (claim) =>
      claim.execute({
        type: 'RecordLivingSupportRecovery',
        amount: Money.ofWon(found.won),
        reference: paymentReference(found.reference),
        ...byPaymentSystem(step),
      }),
    );
  };

/**
 * Whenever the violation behind a recall is withdrawn. Money that the payment system is taking back already comes back
 * first, and is then paid again; only where it was never asked to, the claim stands as paid.
 */
export const restoreUnlessRecalled =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<Readonly<{ underWay: boolean }>> => {
    await settleLivingSupportRecall(uses)(step);
    const { stage, reversals = 1 } = (await uses.livingSupports.load(step.id)).aggregate.state;
    if (stage === 'reversed') {
      const key = recallKey(step.id, reversals);
      if ((await uses.livingSupportPayments.findRecallByKey(key)) !== undefined) return { underWay: true };
      await callOff(uses.effects, key, () => Promise.resolve(undefined));
    }
    await restoreLivingSupport(uses)(step);
    return { underWay: false };
  };
