import type { SuppliesCancellation } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import type { SuppliesStage } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { afterFailure, answerBy, parcelTimes } from '../../domain/isolation-management/supplies/terms.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { isCallOffOpen } from './essentials-call-off.ts';
import { endedBecause, suppliesOf } from './supplies-step.ts';

export type SuppliesStanding = Readonly<{
  stage: SuppliesStage;
  district: string;
  caseId?: string;
  /** The one that is under way or was the last one; 0 before the first. */
  attempt: number;
  /** Until when the person's own word is waited for. */
  answerBy: string;
  /** Of a parcel under way: when to ask for it next. */
  askAt?: string;
  afterFailure: 'order-again' | 'ask-staff';
  addressKnown: boolean;
  /** The isolation is over, or nobody is left to send anything to: what is not on its way is called off. */
  overBecause?: SuppliesCancellation;
  cancelledBecause?: SuppliesCancellation;
  /** The supplier was asked to take the order back, and nobody knows what it answered. */
  callOffOpen?: true;
  /** Messages go out beside the story; a standing from before says nothing of it, and the story waits for them. */
  beside?: true;
}>;

/** Where somebody's supplies stand: what their process asks when it begins, and after every chapter. */
export const suppliesStanding =
  (uses: Uses) =>
  async ({ id, at }: SubjectMoment): Promise<SuppliesStanding> => {
    const { state } = await suppliesOf(uses, id);
    const { stage, district, caseId, attempts, cancelledBecause } = state;
    const person = await personStandingFor(uses, state.personId);
    const isErased = person.state.stage === 'erased';
    const overBecause = (await endedBecause(uses, state)) ?? (isErased ? 'person-erased' : undefined);
    const shippedAt = attempts.at(-1)?.shippedAt;
    return {
      stage,
      district,
      attempt: attempts.length,
      answerBy: answerBy(state).toString(),
      afterFailure: afterFailure(state, uses.supplyPrices),
      beside: true,
      addressKnown: (person.personalOrNothing?.addressLines ?? []).length > 0,
      ...(caseId === undefined ? {} : { caseId }),
      ...(shippedAt === undefined ? {} : { askAt: parcelTimes(shippedAt, Instant.of(at)).askAt.toString() }),
      ...(overBecause === undefined ? {} : { overBecause }),
      ...(cancelledBecause === undefined ? {} : { cancelledBecause }),
      ...((await isCallOffOpen(uses, id, state)) ? { callOffOpen: true } : {}),
    };
  };
