import type { ExplainedCase } from '../../activities/patient-management/explain-case.ts';
import type { CasePage } from '../read-models/case-page.ts';
import { inSeoul } from '../words.ts';

/** Fields that hold a moment; days stay as they are. */
const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** Every moment in Seoul's time, at any depth. */
function forPeople(value: unknown): unknown {
  if (isMoment(value)) return inSeoul(value);
  if (Array.isArray(value)) return value.map(forPeople);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forPeople(inner)]));
  }
  return value;
}

/** A case as staff read it: where it stands, why, what is next and when, and all that has happened. */
export function caseView(
  { id, version, state, standing }: ExplainedCase,
  page: CasePage,
  process: string,
): unknown {
  const { latestReport, ...about } = state;
  const { isolation, tests, tasks, history } = page;
  return forPeople({
    caseId: id,
    version,
    stage: about.stage,
    classification: about.classification,
    personId: about.personId,
    district: about.district,
    symptomatic: about.symptomatic,
    dateOfSymptomOnset: about.dateOfSymptomOnset ?? null,
    openedAt: about.openedAt,
    confirmedAt: about.confirmedAt ?? null,
    registryNumber: about.registryNumber ?? null,
    latestReport: latestReport ?? null,
    closedAt: about.closedAt ?? null,
    why: {
      rule: standing.rule,
      countedFrom: about.check?.countedFrom ?? null,
      conditions: standing.conditions,
    },
    next: { waitingFor: standing.waitingFor, at: standing.nextAt ?? null },
    isolation,
    tests,
    tasks,
    history,
    links: { process },
  });
}
