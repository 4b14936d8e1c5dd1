import type {
  IsolationEnd,
  IsolationKind,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
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
}>;

/** Where an isolation or a quarantine stands: what its process asks when it begins, and after every chapter. */
export const isolationStanding =
  ({ isolations }: Uses) =>
  async ({ id }: SubjectMoment): Promise<IsolationStanding> => {
    const { state } = (await isolations.load(id)).aggregate;
    const { stage, kind, district, caseId, startsOn, endsAt, endedBecause } = state;
    return {
      stage,
      kind,
      district,
      beginsAt: Instant.onDayInSeoul(LocalDate.of(startsOn), 0).toString(),
      releaseNotified: state.releaseNotifiedAt !== undefined,
      ...(caseId === undefined ? {} : { caseId }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(endedBecause === undefined ? {} : { endedBecause }),
    };
  };
