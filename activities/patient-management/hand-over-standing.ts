import type { HandOverState } from '../../domain/patient-management/hand-over/hand-over.state.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

/** Moments are RFC 3339. */
export type HandOverStanding = Readonly<{
  stage: HandOverState['stage'];
  /** On whose lists it is now: that of who is asked, or has it; of who offered it, once it has returned. */
  district: string;
  caseId: string;
  answerBy: string;
  /** Nobody took the case over, and those who keep it are to know: why, as a code. */
  returnedBecause?: string;
}>;

const IS_RETURNED = { rejected: true, expired: true } as Readonly<
  Partial<Record<HandOverState['stage'], true>>
>;

/** Where a hand-over stands: what its process asks when it begins, and after every chapter. */
export const handOverStanding =
  ({ handOvers, cases, lookups }: Pick<Uses, 'handOvers' | 'cases' | 'lookups'>) =>
  async ({ id }: SubjectMoment): Promise<HandOverStanding> => {
    const { state } = (await handOvers.load(id)).aggregate;
    const { stage, caseId, from, to, answerBy, rejectedBecause } = state;
    const hasReturned = IS_RETURNED[stage] === true;
    const district = hasReturned || stage === 'withdrawn' ? from : to;
    const standing = { stage, district, caseId, answerBy };
    // Not of a case that has ended or was offered anew: whoever did that knows.
    if (!hasReturned || (await lookups.lastHandOverOf(caseId)) !== id) return standing;
    if (!(await cases.load(caseId)).aggregate.mayBeHandedOver) return standing;
    const why = rejectedBecause === undefined ? stage : `${stage}: ${rejectedBecause}`;
    return { ...standing, returnedBecause: why };
  };
