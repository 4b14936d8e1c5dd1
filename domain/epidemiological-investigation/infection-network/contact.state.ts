import { LocalDate } from '../../shared-kernel/local-date.ts';
import type { Certainty, FollowUpKind, FoundBy } from './contact.commands.ts';
import type { ContactEvent, ContactNamed, InfectionRecorded } from './contact.events.ts';
import type { ContactCondition, ContactGrade } from './contact-verdict.ts';
import type { ExposureFacts } from './exposure.ts';

export type ContactStage = 'named' | 'graded' | 'follow-up' | 'followed-up' | 'converted' | 'dropped';
export type FollowUpStatus = 'none' | 'under' | 'completed' | 'cancelled' | 'lost';

export type FollowUpPlan = Readonly<{
  measure: string;
  kind: FollowUpKind;
  protocol: string;
  endsAt?: string;
  chosen?: true;
}>;

/** What a contact is after its events. Times are RFC 3339, days `YYYY-MM-DD`. */
export type ContactState = Readonly<{
  stage: ContactStage;
  sourceCaseId: string;
  exposedPersonId: string;
  district: string;
  foundBy: FoundBy;
  /** Absent of whom a list alone tells: nobody named them. */
  namedAt?: string;
  exposures: readonly ExposureFacts[];
  /** 최종접촉일: the latest of all exposures; the follow-up and the quarantine are counted from it. */
  dateOfLastContact?: string;
  grade?: ContactGrade;
  protocolVersion?: string;
  conditions?: readonly ContactCondition[];
  /** Exposures that the last verdict has not seen. */
  ungradedExposures: number;
  followUp: FollowUpStatus;
  /** How often a follow-up has begun; absent before the first. */
  followUps?: number;
  /** 최종접촉일 that the latest follow-up began with. */
  followedFrom?: string;
  plan?: FollowUpPlan;
  /** What the protocol that governs now cannot say, for want of facts; absent once it is planned. */
  leftOpen?: Readonly<{ protocol: string; missing: readonly string[] }>;
  /** How often something was planned; absent before the first. */
  plans?: number;
  /** The latest word on how the exposed person is. */
  health?: Readonly<{ at: string; symptomatic: boolean; dateOfSymptomOnset?: string }>;
  /** Days of every dose, in order; absent while nobody knows. */
  vaccinatedOn?: readonly string[];
  /** When a conversion was last taken back: what had led to it does so no more. */
  revertedAt?: string;
  /** The exposed person's own case. */
  caseId?: string;
  /** How sure it is that the source case infected the exposed person. */
  transmission?: Certainty;
  /** A person has taken back that the source case infected them: no list says so again. */
  transmissionDoubtedAt?: string;
  /** Known from a list only: when it was recorded. */
  recordedAt?: string;
  droppedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveContact(state: ContactState | undefined, event: ContactEvent): ContactState {
  const next = fold(state, event);
  return { ...next, stage: stageOf(next) };
}

/** The latest of the days of last contact. */
export function latestContact(exposures: readonly ExposureFacts[]): string | undefined {
  return exposures
    .map(({ dateOfLastContact }) => LocalDate.of(dateOfLastContact))
    .reduce<LocalDate | undefined>((last, day) => (last?.isAfter(day) ? last : day), undefined)
    ?.toString();
}

function stageOf(state: ContactState): ContactStage {
  if (state.droppedAt !== undefined) return 'dropped';
  if (state.caseId !== undefined) return 'converted';
  if (state.followUp === 'under') return 'follow-up';
  if (state.followUp !== 'none') return 'followed-up';
  return state.grade === undefined ? 'named' : 'graded';
}

function fold(state: ContactState | undefined, event: ContactEvent): ContactState {
  if (event.type === 'ContactNamed') {
    return withExposures({ ...begun(event), namedAt: event.at }, event.exposures);
  }
  if (event.type === 'InfectionRecorded') {
    const { caseId, certainty, at } = event;
    return { ...begun(event), caseId, transmission: certainty, recordedAt: at };
  }
  if (state === undefined) throw new TypeError(`${event.type} before ContactNamed`);
  switch (event.type) {
    case 'ExposureRecorded':
      return withExposures(state, [event.exposure]);
    case 'CloseContactIdentified':
    case 'ContactGraded':
    case 'ContactGradeConfirmed': {
      const { grade, protocolVersion, conditions } = event;
      return { ...state, grade, protocolVersion, conditions, ungradedExposures: 0 };
    }
    case 'FollowUpPlanned': {
      const { measure, kind, protocol, endsAt, chosen } = event;
      const plan = { measure, kind, protocol, ...(endsAt && { endsAt }), ...(chosen && { chosen }) };
      const { leftOpen: _leftOpen, ...settled } = state;
      return { ...settled, plan, plans: (state.plans ?? 0) + 1 };
    }
    case 'FollowUpLeftOpen':
      return { ...state, leftOpen: { protocol: event.protocol, missing: event.missing } };
    case 'ContactSymptomsReported': {
      const { at, symptomatic, dateOfSymptomOnset } = event;
      return { ...state, health: { at, symptomatic, ...(dateOfSymptomOnset && { dateOfSymptomOnset }) } };
    }
    case 'ContactVaccinationsRecorded':
      return { ...state, vaccinatedOn: event.vaccinatedOn };
    case 'FollowUpBegun':
      return {
        ...state,
        followUp: 'under',
        followUps: (state.followUps ?? 0) + 1,
        followedFrom: event.dateOfLastContact,
      };
    case 'FollowUpEnded':
      return { ...state, followUp: event.status };
    case 'ContactConverted':
      return { ...state, caseId: event.caseId };
    case 'ConversionReverted': {
      const { caseId: _caseId, health: _health, ...unconverted } = state;
      return { ...unconverted, namedAt: state.namedAt ?? event.at, revertedAt: event.at };
    }
    case 'TransmissionEstablished': {
      const { transmissionDoubtedAt: _doubt, ...believed } = state;
      return { ...believed, transmission: event.certainty };
    }
    case 'TransmissionWithdrawn': {
      const { transmission: _transmission, ...unproven } = state;
      return event.reason === 'conversion-reverted'
        ? unproven
        : { ...unproven, transmissionDoubtedAt: event.at };
    }
    case 'ContactDropped':
      return { ...state, droppedAt: event.at };
  }
}

function begun(event: ContactNamed | InfectionRecorded): ContactState {
  const { sourceCaseId, exposedPersonId, district, foundBy } = event;
  return {
    stage: 'named',
    sourceCaseId,
    exposedPersonId,
    district,
    foundBy,
    exposures: [],
    ungradedExposures: 0,
    followUp: 'none',
  };
}

function withExposures(state: ContactState, more: readonly ExposureFacts[]): ContactState {
  const exposures = [...state.exposures, ...more];
  const dateOfLastContact = latestContact(exposures);
  return {
    ...state,
    exposures,
    ...(dateOfLastContact === undefined ? {} : { dateOfLastContact }),
    ungradedExposures: state.ungradedExposures + more.length,
  };
}
