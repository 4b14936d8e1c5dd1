import type { SuppliesCancellation } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import type { SuppliesStage } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { afterFailure, answerBy, parcelTimes } from '../../domain/isolation-management/supplies/terms.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
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
  /** The isolation is over: nothing more is to be sent. */
  overBecause?: SuppliesCancellation;
  cancelledBecause?: SuppliesCancellation;
}>;

/** Where somebody's supplies stand: what their process asks when it begins, and after every chapter. */
export const suppliesStanding =
  (uses: Uses) =>
  async ({ id, at }: SubjectMoment): Promise<SuppliesStanding> => {
    const { state } = await suppliesOf(uses, id);
    const { stage, district, caseId, attempts, cancelledBecause } = state;
    const overBecause = await endedBecause(uses, state);
    const { personal, state: person } = (await uses.people.load(state.personId)).aggregate;
    const shippedAt = attempts.at(-1)?.shippedAt;
    return {
      stage,
      district,
      attempt: attempts.length,
      answerBy: answerBy(state).toString(),
      afterFailure: afterFailure(state),
      addressKnown: person.stage !== 'erased' && (personal.addressLines ?? []).length > 0,
      ...(caseId === undefined ? {} : { caseId }),
      ...(shippedAt === undefined ? {} : { askAt: parcelTimes(shippedAt, Instant.of(at)).askAt.toString() }),
      ...(overBecause === undefined ? {} : { overBecause }),
      ...(cancelledBecause === undefined ? {} : { cancelledBecause }),
    };
  };
