import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import type {
  Binding,
  CheckOutcome,
  IsolationEnd,
  IsolationKind,
  NoticeChannel,
  PlaceType,
  ViolationSource,
  ViolationWithdrawal,
} from './isolation.commands.ts';
import type { IsolationEvent, IsolationNotified, IsolationOrdered } from './isolation.events.ts';
import { IsolationPeriod } from './isolation-period.ts';

export type Violation = Readonly<{
  sequence: number;
  stage: 'reported' | 'established' | 'withdrawn';
  source: ViolationSource;
  occurredAt: string;
  reportedAt: string;
  establishedAt?: string;
  withdrawnAt?: string;
  withdrawnBecause?: ViolationWithdrawal;
}>;
export type Exposure = Readonly<{ contactId: string; dateOfLastExposure: string }>;

/** What an order is after its events. Times are RFC 3339, days `YYYY-MM-DD`. */
export type IsolationState = Readonly<{
  /** `served`: notified before its first day. */
  stage: 'ordered' | 'served' | 'active' | 'ended';
  kind: IsolationKind;
  /** Always there for an isolation. */
  caseId?: string;
  /** Always there for a quarantine. */
  contactId?: string;
  personId: string;
  district: string;
  orderedAt: string;
  startsOn: string;
  /** Absent: the criteria decide. */
  endsAt?: string;
  /** A quarantine: since when it goes on past its end, because whether the person is ill is not decided. */
  keptForResultSince?: string;
  protocol?: string;
  binding: Binding;
  placeType: PlaceType;
  workBan: boolean;
  officer?: string;
  notifiedAt?: string;
  noticeChannels: readonly NoticeChannel[];
  exposures: readonly Exposure[];
  checks: number;
  missedInARow: number;
  lastCheck?: Readonly<{ at: string; outcome: CheckOutcome }>;
  violations: readonly Violation[];
  /** How many of them stand established. */
  establishedViolations: number;
  endedAt?: string;
  endedBecause?: IsolationEnd;
  /** Since when the criteria had freed the person, where that was before its end was recorded. */
  overSince?: string;
  releaseNotifiedAt?: string;
}>;

export const periodOf = ({
  startsOn,
  endsAt,
}: Pick<IsolationState, 'startsOn' | 'endsAt'>): IsolationPeriod =>
  IsolationPeriod.of(LocalDate.of(startsOn), endsAt === undefined ? undefined : Instant.of(endsAt));

/** What was stored before there were quarantines. */
export type EarlierState = Pick<
  IsolationState,
  | 'stage'
  | 'personId'
  | 'district'
  | 'orderedAt'
  | 'notifiedAt'
  | 'endedAt'
  | 'endedBecause'
  | 'releaseNotifiedAt'
> &
  Readonly<{ caseId: string }>;

/** The state as it is now, from what was stored then or now: the same as folding the facts again. */
export function presentState(stored: IsolationState | EarlierState): IsolationState {
  if ('kind' in stored) return stored;
  const { caseId, personId, district, orderedAt, notifiedAt } = stored;
  const order = {
    type: 'IsolationOrdered',
    v: 1,
    at: orderedAt,
    by: '',
    caseId,
    personId,
    district,
  } as const;
  return {
    ...ordered(order),
    ...stored,
    ...(notifiedAt === undefined ? {} : { noticeChannels: ['sms'] }),
  };
}

/** Folds one fact into the state. */
export function evolveIsolation(state: IsolationState | undefined, event: IsolationEvent): IsolationState {
  if (event.type === 'IsolationOrdered') return ordered(event);
  if (state === undefined) throw new TypeError(`${event.type} before IsolationOrdered`);
  switch (event.type) {
    case 'IsolationNotified':
      return {
        ...notified(state, event),
        noticeChannels: [...state.noticeChannels, event.channel ?? 'sms'],
      };
    case 'IsolationStarted':
      return { ...state, stage: 'active' };
    case 'IsolationExtended':
    case 'IsolationShortened':
      return { ...byItsDates(state), endsAt: event.newEndsAt, protocol: event.protocol };
    case 'QuarantineExposureRecorded': {
      const { exposedContactId: contactId, dateOfLastExposure } = event;
      return { ...byItsDates(state), exposures: [...state.exposures, { contactId, dateOfLastExposure }] };
    }
    case 'QuarantineKeptForResult':
      return { ...state, keptForResultSince: event.at };
    case 'InIsolationConfirmed':
      return checked({ ...state, missedInARow: 0 }, event.at, 'inIsolation');
    case 'IsolationCheckMissed':
      return checked({ ...state, missedInARow: event.missedInARow }, event.at, event.outcome);
    case 'ViolationReported': {
      const { sequence, source, occurredAt, at: reportedAt } = event;
      const reported = { sequence, stage: 'reported', source, occurredAt, reportedAt } as const;
      return withViolations(state, [...state.violations, reported]);
    }
    case 'IsolationViolationEstablished':
      return changeViolation(state, event.sequence, { stage: 'established', establishedAt: event.at });
    case 'ViolationWithdrawn':
      return changeViolation(state, event.sequence, {
        stage: 'withdrawn',
        withdrawnAt: event.at,
        withdrawnBecause: event.reason,
      });
    case 'IsolationOfficerAssigned':
      return { ...state, officer: event.officer };
    case 'WorkBanImposed':
      return { ...state, workBan: true };
    case 'WorkBanLifted':
      return { ...state, workBan: false };
    case 'IsolationEnded':
      return {
        ...state,
        stage: 'ended',
        endedAt: event.at,
        endedBecause: event.because,
        ...(event.overSince === undefined ? {} : { overSince: event.overSince }),
      };
    case 'ReleaseNotified':
      return { ...state, releaseNotifiedAt: event.at };
    case 'IsolationRelocated':
      return { ...(event.officer === undefined ? state : withoutOfficer(state)), district: event.to };
  }
}

function ordered(event: IsolationOrdered): IsolationState {
  const { at, by: _by, type: _type, v: _v, dateOfLastExposure, ...terms } = event;
  return {
    kind: 'isolation',
    startsOn: Instant.of(at).dateInSeoul().toString(),
    binding: 'duty',
    placeType: 'home',
    workBan: false,
    ...terms,
    stage: 'ordered',
    orderedAt: at,
    noticeChannels: [],
    exposures:
      terms.contactId === undefined || dateOfLastExposure === undefined
        ? []
        : [{ contactId: terms.contactId, dateOfLastExposure }],
    checks: 0,
    missedInARow: 0,
    violations: [],
    establishedViolations: 0,
  };
}

/** The notice that reached the person first counts, whichever becomes known first. */
function notified(state: IsolationState, { at, servedAt = at }: IsolationNotified): IsolationState {
  const { notifiedAt } = state;
  if (notifiedAt !== undefined) {
    const isEarlier = Instant.of(servedAt).isBefore(Instant.of(notifiedAt));
    return isEarlier ? { ...state, notifiedAt: servedAt } : state;
  }
  if (state.stage === 'ended') return { ...state, notifiedAt: servedAt };
  const stage = periodOf(state).hasBegunAt(Instant.of(at)) ? 'active' : 'served';
  return { ...state, stage, notifiedAt: servedAt };
}

const checked = (state: IsolationState, at: string, outcome: CheckOutcome): IsolationState => ({
  ...state,
  checks: state.checks + 1,
  lastCheck: { at, outcome },
});

/** Its dates are looked at anew. */
const byItsDates = ({ keptForResultSince: _kept, ...state }: IsolationState): IsolationState => state;

const withoutOfficer = ({ officer: _officer, ...state }: IsolationState): IsolationState => state;

const withViolations = (state: IsolationState, violations: readonly Violation[]): IsolationState => ({
  ...state,
  violations,
  establishedViolations: violations.filter(({ stage }) => stage === 'established').length,
});

const changeViolation = (
  state: IsolationState,
  sequence: number,
  change: Partial<Violation>,
): IsolationState =>
  withViolations(
    state,
    state.violations.map((one) => (one.sequence === sequence ? { ...one, ...change } : one)),
  );
