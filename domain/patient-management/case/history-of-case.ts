import type { History } from '../../protocol/evaluation/history.schema.ts';
import { dayOf, dayText, momentOf } from '../../shared-kernel/calendar.ts';
import { dateOfSymptomOnset, type CaseReport, type CaseState, type ReleaseTest } from './case.state.ts';

/** What a protocol is asked with: the facts of a case, without any personal value. */
export function historyOfCase(state: CaseState): History {
  const onset = dateOfSymptomOnset(state);
  return {
    of: 'case',
    symptomatic: state.symptomatic,
    ...(onset === undefined ? {} : { dateOfSymptomOnset: onset }),
    ...(state.confirmedAt === undefined ? {} : { confirmedAt: state.confirmedAt }),
    ...(state.specimenCollectedAt === undefined
      ? {}
      : { specimenCollectedOn: dayInSeoul(state.specimenCollectedAt) }),
    ...(state.homeTreatmentSince === undefined
      ? {}
      : { isolationStartedOn: dayInSeoul(state.homeTreatmentSince) }),
    reports: state.reports.map(reportOf),
    tests: state.releaseTests.map(testOf),
    severities: [...state.severities],
    treatments: [...state.treatments],
    stays: [...state.stays],
    ...(state.vaccinatedOn === undefined ? {} : { vaccinations: state.vaccinatedOn.map((on) => ({ on })) }),
    ...(state.riskFactors === undefined ? {} : { riskFactors: [...state.riskFactors] }),
    ...(state.facts === undefined ? {} : { attributes: { ...state.facts } }),
    retests: state.retests,
    ...(state.lastVerdictAt === undefined ? {} : { judgedUntil: state.lastVerdictAt }),
  };
}

const dayInSeoul = (moment: string): string => dayText(dayOf(momentOf(moment)));

type Report = NonNullable<History['reports']>[number];
type Test = NonNullable<History['tests']>[number];

function reportOf({ reportedAt, symptoms, ...said }: CaseReport): Report {
  return {
    at: reportedAt,
    ...said,
    ...(symptoms === undefined ? {} : { symptoms: symptoms.map(({ code }) => code) }),
  };
}

/** A specimen without its time of collection counts from its result: never earlier than it was. */
function testOf({ result, resultedAt, specimenCollectedAt = resultedAt }: ReleaseTest): Test {
  return { collectedAt: specimenCollectedAt, resultedAt, testType: 'pcr', purpose: 'release', result };
}
