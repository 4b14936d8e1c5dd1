import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { InformationRequestState } from '../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import {
  APPROVED_WITHIN_DAYS,
  ASKED_AFTER_HOURS,
  DESTROYED_AT_HOUR,
} from '../../domain/epidemiological-investigation/information-request/patience.ts';
import { isNoCase } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

/** Moments are RFC 3339. */
export type LookUpStanding = Readonly<{
  stage: InformationRequestState['stage'];
  kind: LookUpKind;
  district: string;
  caseId: string;
  /** There is no case to look anything up for: what no provider has ends, and what is there is not used. */
  caseIsNone?: true;
  /** When it lapses, unless somebody has approved it or turned it down. */
  approveBy: string;
  /** When the provider is asked, unless it has answered. */
  askAt: string;
  visitsOwed: boolean;
  /** Who was at the venue is for people to read; absent where there is nobody, or nothing left to read. */
  visitorsToName?: true;
  noticeOwed: boolean;
  /** When the raw records are destroyed; absent where there are none, or none any more. */
  destroyAt?: string;
}>;

/** Where a look-up stands: what its process asks when it begins, and after every chapter. */
export const lookUpStanding =
  ({ informationRequests, cases }: Pick<Uses, 'informationRequests' | 'cases'>) =>
  async ({ id, at }: SubjectMoment): Promise<LookUpStanding> => {
    const { state } = (await informationRequests.load(id)).aggregate;
    const { stage, kind, district, caseId, venue, destroyBy, destroyedAt } = state;
    const caseIsNone = isNoCase((await cases.load(caseId)).aggregate.state);
    const mayBeRead = hasRecords(state) && !caseIsNone;
    return {
      stage,
      kind,
      district,
      caseId,
      ...(caseIsNone ? { caseIsNone } : {}),
      approveBy: approveBy(state).toString(),
      askAt: Instant.of(state.submittedAt ?? at)
        .plusHours(ASKED_AFTER_HOURS)
        .toString(),
      visitsOwed: mayBeRead && venue === undefined && state.visitsDrawnAt === undefined,
      ...(mayBeRead && venue !== undefined ? { visitorsToName: true } : {}),
      noticeOwed: state.notifiedAt === undefined && venue === undefined,
      ...(destroyBy === undefined || destroyedAt !== undefined
        ? {}
        : { destroyAt: Instant.onDayInSeoul(LocalDate.of(destroyBy), DESTROYED_AT_HOUR).toString() }),
    };
  };

const hasRecords = ({ recordCount = 0, destroyedAt }: InformationRequestState): boolean =>
  recordCount > 0 && destroyedAt === undefined;

export const approveBy = ({ requestedAt }: Pick<InformationRequestState, 'requestedAt'>): Instant =>
  Instant.of(requestedAt).plusHours(APPROVED_WITHIN_DAYS * 24);
