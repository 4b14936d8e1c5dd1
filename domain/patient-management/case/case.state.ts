import type { CaseEvent } from './case.events.ts';
import type { Condition } from './release-criteria.ts';
import type { Course } from './symptom-report.ts';

export type CaseStage =
  | 'suspected'
  | 'confirmed'
  | 'home-treatment'
  | 'symptom-check'
  | 'retest'
  | 'clinician-decision'
  | 'release-due'
  | 'in-hospital'
  | 'released'
  | 'not-a-case'
  | 'deceased'
  | 'withdrawn';

export const CLOSED_STAGES: readonly CaseStage[] = ['released', 'not-a-case', 'deceased', 'withdrawn'];

/** What a case is after its events. Times are RFC 3339, days `YYYY-MM-DD`. */
export type CaseState = Readonly<{
  stage: CaseStage;
  personId: string;
  district: string;
  classification: 'suspected' | 'confirmed' | 'notACase';
  openedAt: string;
  symptomatic: boolean;
  specimenId?: string;
  dateOfSymptomOnset?: string;
  onsetBasis?: 'entered' | 'computed';
  confirmedAt?: string;
  registryNumber?: string;
  homeTreatmentSince?: string;
  diagnosticTests: number;
  /** Checks planned so far, moved ones included: no two questions share a number. */
  checks: number;
  retestsOrdered: number;
  /** Retests with a result: what the rule limits. */
  retests: number;
  decisions: number;
  check?: Readonly<{ rule: string; dueAt: string; countedFrom: 'onset' | 'confirmed'; anchorDay: string }>;
  nextCheckNotBefore?: string;
  question?: Readonly<{ firstAskedAt: string; attempt: number; answerBy: string }>;
  latestReport?: Readonly<{ reportedAt: string; course: Course }>;
  lastVerdictAt?: string;
  lastConditions?: readonly Condition[];
  /** Who found the case fit for release. */
  releaseBasis?: 'criteria' | 'clinician';
  closedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveCase(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') {
    return {
      stage: 'suspected',
      personId: event.personId,
      district: event.district,
      classification: 'suspected',
      openedAt: event.at,
      symptomatic: false,
      ...(event.specimenId === undefined ? {} : { specimenId: event.specimenId }),
      diagnosticTests: 0,
      checks: 0,
      retestsOrdered: 0,
      retests: 0,
      decisions: 0,
    };
  }
  if (state === undefined) throw new TypeError(`${event.type} before CaseOpened`);
  const { question, ...answered } = state;
  const { check: _planned, ...unplanned } = state;
  switch (event.type) {
    case 'SymptomsOccurred':
      return {
        ...state,
        symptomatic: true,
        ...(event.dateOfSymptomOnset === undefined
          ? {}
          : { dateOfSymptomOnset: event.dateOfSymptomOnset, onsetBasis: event.basis }),
      };
    case 'InfectionConfirmed':
      return { ...state, stage: 'confirmed', classification: 'confirmed', confirmedAt: event.at };
    case 'InfectionRuledOut':
      return { ...state, stage: 'not-a-case', classification: 'notACase', closedAt: event.at };
    case 'DiagnosisLeftOpen':
      return { ...state, diagnosticTests: state.diagnosticTests + 1 };
    case 'ConfirmedCaseRegistered':
      return { ...state, registryNumber: event.registryNumber };
    case 'HomeTreatmentStarted':
      return { ...state, stage: 'home-treatment', homeTreatmentSince: event.at };
    case 'HomeTreatmentEnded':
      return withoutHomeTreatment(answered);
    case 'ReleaseCheckPlanned': {
      const { rule, dueAt, countedFrom, anchorDay } = event;
      const check = { rule, dueAt, countedFrom, anchorDay };
      return { ...answered, stage: 'home-treatment', check, checks: state.checks + 1 };
    }
    case 'SymptomCheckRequested':
      return {
        ...state,
        stage: 'symptom-check',
        question: {
          firstAskedAt: question?.firstAskedAt ?? event.at,
          attempt: event.attempt,
          answerBy: event.answerBy,
        },
      };
    case 'SymptomsReported':
      return { ...state, latestReport: { reportedAt: event.at, course: event.course } };
    case 'FoundFreeOfSymptoms':
      return {
        ...answered,
        stage: 'release-due',
        lastVerdictAt: event.at,
        lastConditions: event.conditions,
        releaseBasis: 'criteria',
      };
    case 'FoundSymptomaticNotImproved':
      return {
        ...answered,
        stage: event.next === 'retest' ? 'retest' : 'clinician-decision',
        retestsOrdered: state.retestsOrdered + (event.next === 'retest' ? 1 : 0),
        lastVerdictAt: event.at,
        lastConditions: event.conditions,
      };
    case 'PcrTestPerformed':
      return {
        ...unplanned,
        stage: 'home-treatment',
        retests: state.retests + 1,
        nextCheckNotBefore: event.nextCheckAt,
      };
    case 'ClinicianDecided': {
      const decided = { ...state, decisions: state.decisions + 1 };
      if (event.decision === 'release')
        return { ...decided, stage: 'release-due', releaseBasis: 'clinician' };
      return {
        ...unplanned,
        decisions: decided.decisions,
        stage: 'home-treatment',
        ...(event.nextCheckAt === undefined ? {} : { nextCheckNotBefore: event.nextCheckAt }),
      };
    }
    case 'ReleasedFromIsolation':
      return { ...state, stage: 'released', closedAt: event.at };
    case 'DeathReported':
      return { ...answered, stage: 'deceased', closedAt: event.at };
    case 'TransferredToHospital':
      return { ...answered, stage: 'in-hospital' };
    case 'ReturnedFromHospital':
      return { ...state, stage: 'confirmed' };
    case 'DiagnosisWithdrawn':
      return { ...answered, stage: 'withdrawn', classification: 'notACase', closedAt: event.at };
  }
}

function withoutHomeTreatment(state: CaseState): CaseState {
  const { homeTreatmentSince: _since, check: _check, ...rest } = state;
  return rest;
}
