import type {
  IsolationEnd,
  IsolationKind,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { escalationOf, type Escalation } from '../../domain/isolation-management/isolation/escalation.ts';
import type {
  IsolationState,
  Violation,
} from '../../domain/isolation-management/isolation/isolation.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ownIllnessOf, type IllnessUses } from '../own-illness.ts';
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
  /** The notice goes out beside the wait for its proof; a standing from before says nothing of it, and the message is waited for. */
  beside?: true;
  /** A quarantine whose end has come, while whether the person is ill is not decided: what it waits for. */
  keptFor?: 'test-result';
  /** It was kept for that, and nothing keeps it any more. */
  isDue?: true;
  /** What follows from missed checks. */
  escalation?: Escalation;
  /** Reported violations that nobody has decided about. */
  openViolations: readonly number[];
  /** Violations that are settled, while somebody is still asked about one of them. Absent in older histories. */
  settledViolations?: readonly number[];
}>;

/** How long the gateway may take to prove a notice. Project default. */
const NOTICE_PROVEN_WITHIN_HOURS = 12;

/** Where an isolation or a quarantine stands: what its process asks when it begins, and after every chapter. */
export const isolationStanding =
  (uses: Pick<Uses, 'isolations' | 'contacts' | 'cases' | 'lookups'>) =>
  async ({ id }: Pick<SubjectMoment, 'id'>): Promise<IsolationStanding> => {
    const { state } = (await uses.isolations.load(id)).aggregate;
    const escalation = escalationOf(state);
    const { stage, kind, district, caseId, startsOn, endsAt, endedBecause } = state;
    return {
      stage,
      kind,
      district,
      beginsAt: Instant.onDayInSeoul(LocalDate.of(startsOn), 0).toString(),
      releaseNotified: state.releaseNotifiedAt !== undefined,
      noticeBy: Instant.of(state.orderedAt).plusHours(NOTICE_PROVEN_WITHIN_HOURS).toString(),
      beside: true,
      openViolations: sequencesOf(state, ({ stage: one }) => one === 'reported'),
      settledViolations: await askedThough(uses, id, state),
      ...(await keeping(uses, state)),
      ...(escalation === undefined ? {} : { escalation }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(endedBecause === undefined ? {} : { endedBecause }),
    };
  };

async function keeping(
  uses: IllnessUses,
  state: IsolationState,
): Promise<Pick<IsolationStanding, 'keptFor' | 'isDue'>> {
  if (state.keptForResultSince === undefined || state.stage === 'ended') return {};
  return (await ownIllnessOf(uses, state)) === 'pending' ? { keptFor: 'test-result' } : { isDue: true };
}

const sequencesOf = ({ violations }: IsolationState, which: (one: Violation) => boolean): readonly number[] =>
  violations.filter(which).map(({ sequence }) => sequence);

/** Settled in another way than by their review, which is still open. */
async function askedThough(
  { lookups }: Pick<Uses, 'lookups'>,
  id: string,
  state: IsolationState,
): Promise<readonly number[]> {
  const settled = sequencesOf(state, ({ stage }) => stage !== 'reported');
  if (settled.length === 0) return [];
  const reviews = settled.map((sequence) => `isolation:${id}:violation-${sequence}:`);
  const open = await lookups.openTasksAbout({ kind: 'isolation', id }, ['violation-review'], reviews);
  return open.length === 0 ? [] : settled;
}
