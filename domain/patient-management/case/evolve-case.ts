import { opened, recorded } from './begun-case.ts';
import type { CaseEvent, PcrTestPerformed, SymptomsReported } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { Classification, ClassificationReason } from './classification.ts';

/** Folds one fact into the state. */
export function evolveCase(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') return opened(event);
  if (event.type === 'EpisodeRecorded') return recorded(event);
  if (state === undefined) throw new TypeError(`${event.type} before CaseOpened`);
  const { question, ...answered } = state;
  const { check: _planned, ...unplanned } = state;
  switch (event.type) {
    case 'SymptomsOccurred':
      return { ...state, symptomatic: true, onset: onsetAfter(state, event), undatedFactsAt: event.at };
    case 'InfectionConfirmed': {
      const confirmed = classified(
        { ...state, stage: 'confirmed', confirmedAt: event.at },
        'confirmed',
        event.at,
        event.basis,
      );
      return event.basis === 'test' && event.specimenCollectedAt !== undefined
        ? { ...confirmed, specimenCollectedAt: event.specimenCollectedAt }
        : confirmed;
    }
    case 'InfectionRuledOut':
      return classified(
        { ...state, stage: 'not-a-case', closedAt: event.at },
        'notACase',
        event.at,
        event.basis,
      );
    case 'DiagnosisLeftOpen':
      return { ...state, diagnosticTests: state.diagnosticTests + 1, latestOpenTest: event.testId };
    case 'CaseReclassified':
      return classified(state, event.to, event.at, event.reason);
    case 'ConfirmedCaseRegistered':
      return { ...state, registryNumber: event.registryNumber };
    case 'IdentityDoubted':
      return {
        ...state,
        identityInDoubt: event.reason,
        identityDoubts: (state.identityDoubts ?? 0) + 1,
      };
    case 'IdentityResolved':
      return withoutDoubt(state);
    case 'HomeTreatmentStarted':
      return { ...state, stage: 'home-treatment', homeTreatmentSince: event.at };
    case 'HomeTreatmentEnded':
      return withoutHomeTreatment(answered);
    case 'TierAssigned': {
      const { tier, checksPerDay, protocol, at } = event;
      return { ...state, tier: { tier, checksPerDay, protocol, since: at } };
    }
    case 'ReleaseCheckPlanned':
    case 'ProtocolApplied': {
      if (state.stage === 'in-hospital') return state; // no check is planned there
      const { rule, dueAt, countedFrom, anchorDay } = event;
      const check = { rule, dueAt, countedFrom, anchorDay };
      return { ...answered, stage: 'home-treatment', check, checks: state.checks + 1 };
    }
    case 'SymptomCheckRequested': {
      const firstAskedAt = question?.firstAskedAt ?? event.at;
      return {
        ...state,
        ...(state.check === undefined ? {} : { check: { ...state.check, asked: true } }),
        stage: 'symptom-check',
        question: { firstAskedAt, attempt: event.attempt, answerBy: event.answerBy },
      };
    }
    case 'SymptomsReported':
      return {
        ...(state.stage === 'symptom-check' ? answer(state) : state),
        reports: [...state.reports, reportOf(event)],
      };
    case 'ClinicalCourseRecorded': {
      const { at, severity, treatment } = event;
      return {
        ...state,
        severities: severity === undefined ? state.severities : [...state.severities, { at, severity }],
        treatments: treatment === undefined ? state.treatments : [...state.treatments, { at, treatment }],
      };
    }
    case 'MedicalHistoryRecorded': {
      const { vaccinatedOn, riskFactors } = event;
      const facts = event.facts && { ...state.facts, ...event.facts };
      return {
        ...state,
        ...(vaccinatedOn && { vaccinatedOn }),
        ...(riskFactors && { riskFactors }),
        ...(facts && { facts }),
        undatedFactsAt: event.at,
      };
    }
    case 'ProtocolChosen':
      return { ...state, chosenProtocol: event.protocol, undatedFactsAt: event.at };
    case 'FoundFreeOfSymptoms':
      return { ...answered, stage: 'release-due', ...verdict(event), releaseBasis: 'criteria' };
    case 'FoundSymptomaticNotImproved': {
      const retest = event.next === 'retest';
      return {
        ...answered,
        stage: retest ? 'retest' : 'clinician-decision',
        retestsOrdered: state.retestsOrdered + (retest ? 1 : 0),
        ...verdict(event),
      };
    }
    case 'ReleaseTestFoundDue':
      return { ...answered, stage: 'retest', retestsOrdered: state.retestsOrdered + 1, ...verdict(event) };
    case 'ReleaseLeftToClinician':
      return { ...answered, stage: 'clinician-decision', ...verdict(event) };
    case 'PcrTestPerformed': {
      const isAwaited = state.stage === 'retest';
      return {
        ...(isAwaited ? { ...unplanned, stage: 'home-treatment' } : state),
        retests: state.retests + 1,
        releaseTests: [...state.releaseTests, testOf(event)],
        nextCheckNotBefore: event.nextCheckAt,
      };
    }
    case 'ClinicianDecided': {
      const decisions = state.decisions + 1;
      if (event.decision === 'release') {
        return { ...state, decisions, stage: 'release-due', releaseBasis: 'clinician' };
      }
      const { nextCheckAt } = event;
      const later = nextCheckAt === undefined ? {} : { nextCheckNotBefore: nextCheckAt };
      return { ...unplanned, decisions, stage: 'home-treatment', ...later };
    }
    case 'ReleasedFromIsolation':
      return { ...state, stage: 'released', closedAt: event.at };
    case 'OutcomeRecorded':
      return { ...state, outcome: { outcome: event.outcome, on: event.dateOfOutcome } };
    case 'DeathReported':
      return {
        ...answered,
        stage: 'deceased',
        outcome: { outcome: 'deceased', on: event.dateOfDeath },
        closedAt: event.at,
      };
    case 'TransferredToHospital':
      return { ...answered, stage: 'in-hospital', stays: [...state.stays, { from: event.at }] };
    case 'ReturnedFromHospital':
      return { ...state, stage: 'confirmed', stays: staysEnded(state, event.at) };
    case 'CaseMoved':
      return { ...state, district: event.to };
    case 'DiagnosisWithdrawn':
    case 'RecordedEpisodeWithdrawn':
      return classified(
        { ...answered, stage: 'withdrawn', closedAt: event.at },
        'notACase',
        event.at,
        event.reason,
      );
  }
}

/** Whoever was asked has answered: what is still missing after this is asked in a check of its own. */
function answer(state: CaseState): CaseState {
  const { question: _question, ...rest } = state;
  return { ...rest, stage: 'home-treatment' };
}

const classified = (
  state: CaseState,
  to: Classification,
  at: string,
  because: ClassificationReason,
): CaseState => ({
  ...state,
  classification: to,
  classifications: [...state.classifications, { to, at, because }],
});

const verdict = ({ at, tracks }: Extract<CaseEvent, { tracks: unknown }>) => ({
  lastVerdictAt: at,
  lastTracks: tracks,
});

function onsetAfter(
  { onset }: CaseState,
  event: Extract<CaseEvent, { type: 'SymptomsOccurred' }>,
): CaseState['onset'] {
  const day = event.dateOfSymptomOnset;
  return day === undefined ? onset : { ...onset, [event.basis]: day };
}

function reportOf(event: SymptomsReported): CaseState['reports'][number] {
  const { type: _type, v: _v, by: _by, channel: _channel, at, ...said } = event;
  return { reportedAt: at, ...said };
}

function testOf({
  testId,
  result,
  at,
  specimenCollectedAt,
}: PcrTestPerformed): CaseState['releaseTests'][number] {
  return {
    testId,
    result,
    resultedAt: at,
    ...(specimenCollectedAt === undefined ? {} : { specimenCollectedAt }),
  };
}

const staysEnded = ({ stays }: CaseState, until: string): CaseState['stays'] =>
  stays.map((stay) => (stay.until === undefined ? { ...stay, until } : stay));

function withoutHomeTreatment(state: CaseState): CaseState {
  const { homeTreatmentSince: _since, check: _check, ...rest } = state;
  return rest;
}

function withoutDoubt(state: CaseState): CaseState {
  const { identityInDoubt: _doubt, ...rest } = state;
  return rest;
}
