import { paymentReference } from '../../domain/diagnostic-testing/living-support/payment-reference.ts';
import { neverConcernedThem } from '../../domain/patient-management/case/case.state.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { change } from '../change.ts';
import { callOff, effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, SubjectStep, Uses } from '../uses.ts';
import { officerKnows, recipientGone } from './recipient.ts';
import { byLivingSupportProcess, byPaymentSystem, ownerOfClaim, transferKey } from './living-support-step.ts';
import { valuesTold } from '../known-values.ts';

/**
 * 생활지원금 지급: asks the payment system once for each attempt, for exactly what was approved. A refusal is a failed
 * attempt. While a violation stands nothing is paid. Nobody is left to be paid when the person's record is erased; whom
 * to pay after a death or a merge that came after the approval is asked of the payment officer first.
 */
export const transferLivingSupport =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const { stage, caseId, attempt, amountWon } = state;
    if (attempt === undefined || amountWon === undefined) return;
    const key = transferKey(step.id, attempt);
    const find = async () => (await uses.livingSupportPayments.findTransferByKey(key))?.reference;
    if (stage !== 'approved') {
      // The partner's message may have been faster than its answer.
      return callOff(uses.effects, key, find);
    }
    const isolation = (await uses.isolations.load(state.isolationId)).aggregate.state;
    // Established since the process looked: it looks again and cancels the claim.
    if (isolation.establishedViolations > 0) return callOff(uses.effects, key, find);
    if (caseId !== undefined) {
      const patient = (await uses.cases.load(caseId)).aggregate.state;
      if (neverConcernedThem(patient)) return callOff(uses.effects, key, find); // withdrawn since: so it is here
      holdWhileInDoubt(patient, caseId);
    }
    const person = (await uses.people.load(state.personId)).aggregate;
    if (person.state.stage === 'erased') {
      await callOff(uses.effects, key, find);
      await change(uses.livingSupports, step.id, {}, (claim) =>
        claim.execute({
          type: 'ReverseLivingSupport',
          reason: 'personErased',
          ...byLivingSupportProcess(step),
        }),
      );
      return;
    }
    const gone = await recipientGone(uses, state, isolation);
    if (gone !== undefined && !(await officerKnows(uses, step.id, gone)) && (await find()) === undefined) {
      await callOff(uses.effects, key, find);
      await failed(uses, step, attempt, 'holderDiffers');
      return;
    }
    const recipient = await personStandingFor(uses, state.personId);
    try {
      const { name, birthDate } = valuesTold('living-support', recipient, ['name', 'birthDate']);
      const transfer = { key, livingSupportId: step.id, attempt, won: amountWon, to: { name, birthDate } };
      await effect(
        uses.effects,
        { name: 'living-support-payment', key, owner: ownerOfClaim(step.id, state) },
        async () => (await uses.livingSupportPayments.transfer(transfer)).reference,
      );
    } catch (error) {
      if (!(error instanceof ExternalSystemRefused)) throw error;
      await failed(uses, step, attempt, 'systemRefused');
    }
  };

export type Settled = Readonly<{ pending: boolean }>;

/** What became of the latest attempt, where no message came: the payment system is asked by our key. */
export const settleLivingSupportTransfer =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<Settled> => {
    const { state } = (await uses.livingSupports.load(step.id)).aggregate;
    const { attempt, paidWon, stage } = state;
    if (attempt === undefined || paidWon !== undefined) return { pending: false };
    const found = await uses.livingSupportPayments.findTransferByKey(transferKey(step.id, attempt));
    if (found === undefined) return { pending: stage === 'approved' };
    if (found.state === 'accepted') return { pending: true };
    if (found.state === 'failed') {
      if (stage !== 'rejected') await failed(uses, step, attempt, found.reason);
      return { pending: false };
    }
    await change(uses.livingSupports, step.id, {}, (claim) =>
      claim.execute({
        type: 'RecordLivingSupportPayment',
        amount: Money.ofWon(found.won),
        reference: paymentReference(found.reference),
        ...byPaymentSystem(step),
      }),
    );
    return { pending: false };
  };

const failed = (
  { livingSupports }: Uses,
  step: SubjectMoment,
  attempt: number,
  reason: 'systemRefused' | 'accountUnknown' | 'accountClosed' | 'holderDiffers' | 'limitExceeded',
) =>
  change(livingSupports, step.id, {}, (claim) =>
    claim.execute({ type: 'RecordLivingSupportPaymentFailure', attempt, reason, ...byPaymentSystem(step) }),
  );
