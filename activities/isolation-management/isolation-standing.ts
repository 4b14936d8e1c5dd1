import type {
  IsolationEnd,
  IsolationKind,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { escalationOf, type Escalation } from '../../domain/isolation-management/isolation/escalation.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

export type IsolationStanding = Readonly<{
  stage: IsolationState['stage'];
  kind: IsolationKind;
  district: string;
  caseId?: string;
  /** RFC 3339: 00:00 in Seoul of its first day. */
  beginsAt: string;
  /** RFC 3339; absent while the criteria decide. */
  endsAt?: string;
  endedBecause?: IsolationEnd;
  releaseNotified: boolean;
  /** RFC 3339: by when the notice has to be proven, before staff serve the order. */
  noticeBy: string;
  /** What follows from missed checks. */
  escalation?: Escalation;
  /** Reported violations that nobody has decided about. */
  openViolations: readonly number[];
}>;

/** How long the gateway may take to prove a notice. Project default. */
const NOTICE_PROVEN_WITHIN_HOURS = 12;

/** Where an isolation or a quarantine stands: what its process asks when it begins, and after every chapter. */
export const isolationStanding =
  ({ isolations }: Uses) =>
  async ({ id }: SubjectMoment): Promise<IsolationStanding> => {
    const { state } = (await isolations.load(id)).aggregate;
    const escalation = escalationOf(state);
    const { stage, kind, district, caseId, startsOn, endsAt, endedBecause } = state;
    return {
      stage,
      kind,
      district,
      beginsAt: Instant.onDayInSeoul(LocalDate.of(startsOn), 0).toString(),
      releaseNotified: state.releaseNotifiedAt !== undefined,
      noticeBy: Instant.of(state.orderedAt).plusHours(NOTICE_PROVEN_WITHIN_HOURS).toString(),
      openViolations: state.violations.flatMap((one) => (one.stage === 'reported' ? [one.sequence] : [])),
      ...(escalation === undefined ? {} : { escalation }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(endedBecause === undefined ? {} : { endedBecause }),
    };
  };
