import type { ExplainedCase } from '../../activities/patient-management/explain-case.ts';
import type { CasePage } from '../read-models/case-page.ts';
import { forPeople } from '../words.ts';

/** A case as staff read it: where it stands, why, what is next and when, and all that has happened. */
export function caseView(
  { id, version, state, dateOfSymptomOnset, standing, reporting }: ExplainedCase,
  page: CasePage,
  process: string,
): unknown {
  const { isolation, related, tests, tasks, history } = page;
  return forPeople({
    caseId: id,
    version,
    stage: state.stage,
    disease: state.disease,
    classification: state.classification,
    personId: state.personId,
    previousCaseId: state.previousCaseId ?? null,
    district: state.district,
    symptomatic: state.symptomatic,
    dateOfSymptomOnset,
    onset: { entered: state.onset.entered ?? null, computed: state.onset.computed ?? null },
    openedAt: state.openedAt,
    confirmedAt: state.confirmedAt ?? null,
    registryNumber: state.registryNumber ?? null,
    registration:
      reporting === null
        ? null
        : {
            deadline: reporting.deadline,
            overdue: reporting.overdue && state.registryNumber === undefined,
            channel: reporting.channel,
          },
    latestReport: state.reports.at(-1) ?? null,
    identityInDoubt: state.identityInDoubt ?? null,
    tier: state.tier ?? null,
    outcome: state.outcome ?? null,
    classifications: state.classifications,
    closedAt: state.closedAt ?? null,
    why: {
      rule: standing.rule,
      because: standing.because,
      countedFrom: state.check?.countedFrom ?? null,
      missing: standing.missing,
      tracks: standing.tracks,
    },
    next: { waitingFor: standing.waitingFor, at: standing.nextAt ?? null },
    isolation,
    ...related,
    tests,
    tasks,
    history,
    links: { process },
  });
}
