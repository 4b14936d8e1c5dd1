import type { ExplainedTrack } from '../../protocol/evaluation/release.ts';
import type { TestResult } from '../../shared-kernel/test-result.ts';
import type { DeclaredFacts, EpisodeEnd } from './case.commands.ts';
import type { Classification, ClassificationStep } from './classification.ts';
import type { Severity, Treatment } from './clinical-course.ts';
import type { Course, Symptom } from './symptom-report.ts';

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
  | 'withdrawn'
  /** From a list, after the fact: never led by this system. */
  | 'recorded';

export const CLOSED_STAGES: readonly CaseStage[] = [
  'released',
  'not-a-case',
  'deceased',
  'withdrawn',
  'recorded',
];

/** Whose finding it was may still matter: after the release living support is judged and paid. */
export const isUnsettled = (stage: CaseStage): boolean =>
  stage === 'released' || !CLOSED_STAGES.includes(stage);

/** No case after all: nobody was exposed by it. */
export const isNoCase = ({ stage }: CaseState): boolean => stage === 'not-a-case' || stage === 'withdrawn';

/** A diagnosis that was withdrawn, or whose person may be another, is nobody's to publish. */
export const mayBeDisclosed = (state: CaseState): boolean =>
  state.classification === 'confirmed' && !isNoCase(state) && state.identityInDoubt === undefined;

/** How the patient was, by one report. */
export type CaseReport = Readonly<{
  reportedAt: string;
  course: Course;
  symptoms?: readonly Symptom[];
  temperatureCelsius?: number;
  antipyretic?: boolean;
  feverFreeForHours?: number;
}>;
export type ReleaseTest = Readonly<{
  testId: string;
  result: TestResult;
  resultedAt: string;
  specimenCollectedAt?: string;
}>;
/** The check that is planned, by which version, and the day that decides it, where a day does. */
export type PlannedCheck = Readonly<{
  rule: string;
  dueAt: string;
  countedFrom: string | null;
  anchorDay: string | null;
  /** The patient was asked in this check. */
  asked?: true;
}>;

/**
 * What a case is after its events. Times are RFC 3339, days `YYYY-MM-DD`. Of a recorded one `openedAt` and `closedAt` are when
 * it was recorded, and `confirmedAt` is the beginning of the day that the list tells.
 */
export type CaseState = Readonly<{
  stage: CaseStage;
  personId: string;
  disease: string;
  district: string;
  contactId?: string;
  /** 재감염: the person's last confirmed case of the disease, which stays as it is. */
  previousCaseId?: string;
  classification: Classification;
  /** Every classification so far, oldest first. */
  classifications: readonly ClassificationStep[];
  openedAt: string;
  symptomatic: boolean;
  specimenId?: string;
  /** Entered by a person and computed from reports, kept apart; the entered one counts. */
  onset: Readonly<{ entered?: string; computed?: string }>;
  confirmedAt?: string;
  specimenCollectedAt?: string;
  registryNumber?: string;
  /** Why the person's identity is in doubt, while it is. */
  identityInDoubt?: string;
  /** How often it was doubted; absent on cases from before it was counted. */
  identityDoubts?: number;
  homeTreatmentSince?: string;
  tier?: Readonly<{ tier: string; checksPerDay: number; protocol: string; since: string }>;
  reports: readonly CaseReport[];
  releaseTests: readonly ReleaseTest[];
  severities: readonly Readonly<{ at: string; severity: Severity }>[];
  treatments: readonly Readonly<{ at: string; treatment: Treatment }>[];
  stays: readonly Readonly<{ from: string; until?: string }>[];
  /** Undefined while nobody has asked. */
  vaccinatedOn?: readonly string[];
  riskFactors?: readonly string[];
  /** What the protocol declares beyond the language's own facts, each as it was told last. */
  facts?: DeclaredFacts;
  /** The version that an officer chose for this person. */
  chosenProtocol?: string;
  /** When something was last entered that bears no date of its own, and is judged with as if it had been known always. */
  undatedFactsAt?: string;
  diagnosticTests: number;
  /** The last test that left the diagnosis open. */
  latestOpenTest?: string;
  /** Checks planned so far, moved ones included: no two questions share a number. */
  checks: number;
  retestsOrdered: number;
  /** Retests with a result: what the rule limits. */
  retests: number;
  decisions: number;
  check?: PlannedCheck;
  nextCheckNotBefore?: string;
  question?: Readonly<{ firstAskedAt: string; attempt: number; answerBy: string }>;
  lastVerdictAt?: string;
  /** Why the last verdict was what it was. */
  lastTracks?: readonly ExplainedTrack[];
  /** Who found the case fit for release. */
  releaseBasis?: 'criteria' | 'clinician';
  /** Without a day where a list told none. */
  outcome?: Readonly<{ outcome: 'recovered' | 'deceased' | 'unknown'; on?: string }>;
  /** What a list told of an episode that was not led here; it stays when the record is withdrawn. */
  recorded?: Readonly<{ confirmedOn: string; ended?: Readonly<{ as: EpisodeEnd; on?: string }> }>;
  closedAt?: string;
}>;

/** The onset that counts. */
export const dateOfSymptomOnset = ({ onset }: CaseState): string | undefined =>
  onset.entered ?? onset.computed;

/**
 * Withdrawn, and the finding was another person's or nobody's: its person is owed nothing for it. Whoever was isolated because
 * of a wrong result was isolated all the same.
 */
export const neverConcernedThem = ({ stage, classifications }: CaseState): boolean =>
  stage === 'withdrawn' && classifications.at(-1)?.because !== 'wrong-result';
