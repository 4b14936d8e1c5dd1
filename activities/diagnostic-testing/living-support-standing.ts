import { neverConcernedThem } from '../../domain/patient-management/case/case.state.ts';
import type { LivingSupportStage } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { hasPartlyComeBack, isPartlyDue } from '../../domain/diagnostic-testing/living-support/recovery.ts';
import { recipientGone, type RecipientGone } from './recipient.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

export type LivingSupportStanding = Readonly<{
  stage: LivingSupportStage;
  version: number;
  district: string;
  caseId?: string;
  /** What is claimed for is over: its days and whether the rules were kept are known. */
  isolationEnded: boolean;
  /** There is nobody to be paid under this record: people decide. After a death the household is the recipient. */
  recipientGone?: RecipientGone;
  /** No violation stands established. */
  rulesKept: boolean;
  /** The finding was another person's, or nobody's: there is nothing to claim for. */
  notTheirs?: true;
  /** What was undone because of a violation that is withdrawn meanwhile. */
  restorable: boolean;
  /** Latest attempt to pay, from 1. */
  attempt?: number;
  /** The number of the latest message that the person is owed; nobody is told who has died. */
  notice?: number;
  /** Messages go out beside the claim, which waits for none; a standing from before says nothing of it. */
  beside?: true;
  /** How often it was reversed after it was paid. */
  reversals: number;
  /** A part of what was paid is due back, for a reason that leaves the rest with the person. */
  partlyDue?: true;
}>;

/** Where a claim stands: what its process asks when it begins, and after every chapter. */
export const livingSupportStanding =
  (uses: Pick<Uses, 'livingSupports' | 'isolations' | 'cases' | 'people' | 'lookups'>) =>
  async ({ id }: SubjectMoment): Promise<LivingSupportStanding> => {
    const { livingSupports, isolations } = uses;
    const { state, version } = (await livingSupports.load(id)).aggregate;
    const isolation = (await isolations.load(state.isolationId)).aggregate.state;
    const { stage, caseId, attempt, reversals = 0, reversedBecause, assessment, notice } = state;
    const gone = await recipientGone(uses, state, isolation);
    const notTheirs =
      caseId !== undefined && neverConcernedThem((await uses.cases.load(caseId)).aggregate.state);
    const rulesKept = isolation.establishedViolations === 0;
    const becauseOfRules = assessment?.verdict === 'ineligible' && assessment.reasons.includes('rulesBroken');
    const undone =
      reversedBecause === 'violationEstablished'
        ? isolation.violations.some((one) => one.stage === 'withdrawn' && one.establishedAt !== undefined) &&
          !hasPartlyComeBack(state)
        : stage === 'ineligible' && becauseOfRules;
    return {
      stage,
      version,
      district: isolation.district,
      isolationEnded: isolation.stage === 'ended',
      rulesKept,
      restorable: rulesKept && undone && !notTheirs,
      reversals,
      beside: true,
      ...(notTheirs ? { notTheirs } : {}),
      ...(isPartlyDue(state) ? { partlyDue: true } : {}),
      ...(caseId === undefined ? {} : { caseId }),
      ...(attempt === undefined ? {} : { attempt }),
      ...(gone === undefined ? {} : { recipientGone: gone }),
      ...(notice === undefined || gone === 'deceased' ? {} : { notice: notice.sequence }),
    };
  };
