import type { InformationRequestState } from '../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import {
  INVESTIGATED_WITHIN_HOURS,
  REMINDED_AFTER_HOURS,
} from '../../domain/epidemiological-investigation/route/patience.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { isUnsettled } from './call-off-interview.ts';
import { interviewOf, type Interview } from './interview-of.ts';
import { lookUpsOwed } from './look-ups-owed.ts';

export type InvestigationStage = 'begun' | 'gathering' | 'deciding' | 'complete' | 'finished' | 'called-off';

/** Moments are RFC 3339. */
export type InvestigationStanding = Readonly<{
  stage: InvestigationStage;
  district: string;
  caseId: string;
  /** By when the route is investigated. */
  dueAt: string;
  interview?: Readonly<{
    surveyId: string;
    stage: Interview['state']['stage'];
    remindAt: string;
    answerBy: string;
    /** Which of its answers: they may be corrected. */
    edition: number;
  }>;
  lookUpsPending: number;
  /** Something towards the person was begun, and nobody knows what became of it. */
  unsettled?: true;
}>;

/** `withoutInterview`: staff said that there will be no answer. */
export type InvestigationMoment = SubjectMoment & Readonly<{ withoutInterview: boolean }>;

/** Where an investigation stands: what its process asks when it begins, and after every chapter. */
export const investigationStanding =
  (uses: Uses) =>
  async ({ id, at, withoutInterview }: InvestigationMoment): Promise<InvestigationStanding> => {
    const { state } = (await uses.routes.load(id)).aggregate;
    const { caseId, district, visits, begunAt, reopenedAt = begunAt } = state;
    const aCase = (await uses.cases.load(caseId)).aggregate.state;
    const interview = await interviewOf(uses, caseId);
    const owed = await lookUpsOwed(uses, caseId, at);
    const lookUpsPending = (await lookUpsOf(uses, caseId)).filter(isPending).length;
    const asking = !withoutInterview && interview?.state.stage !== 'answered';
    const stage = (): InvestigationStage => {
      if (state.stage !== 'open') return 'finished';
      if (aCase.classification !== 'confirmed') return 'called-off';
      if (interview === undefined || owed.length > 0) return 'begun';
      if (asking || lookUpsPending > 0) return 'gathering';
      return visits.some(({ standing }) => standing === 'undecided') ? 'deciding' : 'complete';
    };
    return {
      stage: stage(),
      district,
      caseId,
      dueAt: Instant.of(reopenedAt).plusHours(INVESTIGATED_WITHIN_HOURS).toString(),
      lookUpsPending,
      ...(interview === undefined ? {} : { interview: standingOf(interview) }),
      ...(interview !== undefined && (await isUnsettled(uses, interview.surveyId))
        ? { unsettled: true }
        : {}),
    };
  };

const standingOf = ({ surveyId, state }: Interview) => ({
  surveyId,
  stage: state.stage,
  remindAt: Instant.of(state.offeredAt).plusHours(REMINDED_AFTER_HOURS).toString(),
  answerBy: state.answerBy,
  edition: state.corrections,
});

/** Something may still come of it for the route. */
function isPending(state: InformationRequestState): boolean {
  const { stage, recordCount, visitsDrawnAt, destroyedAt, venue } = state;
  if (venue !== undefined) return false;
  if (stage === 'rejected' || destroyedAt !== undefined || visitsDrawnAt !== undefined) return false;
  return recordCount !== 0;
}

async function lookUpsOf({ lookups, informationRequests }: Uses, caseId: string) {
  const ids = await lookups.lookUpsOfCase(caseId);
  return Promise.all(ids.map(async (id) => (await informationRequests.load(id)).aggregate.state));
}
