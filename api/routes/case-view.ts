import type { ExplainedCase } from '../../activities/patient-management/explain-case.ts';
import type { CasePage } from '../read-models/case-page.ts';
import { pageInWords } from '../page-words.ts';
import { forPeople } from '../words.ts';
import { nextOf, whyOf } from './case-why.ts';
import { relatedOf, type ProcessUrl } from './case-related.ts';

const FROM_A_LIST = {
  ko: '명단에서 기록된 과거 사례입니다. 이 시스템에서 관리하지 않으며 후속 조치가 없습니다.',
  en: 'Recorded from a list; not led by this system. Nothing follows from it.',
};

/** A case as staff read it: where it stands, why, what is next and when, and all that has happened. */
export function caseView(explained: ExplainedCase, page: CasePage, processUrl: ProcessUrl): unknown {
  const { id, version, state, dateOfSymptomOnset, reporting } = explained;
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
    recorded: state.recorded === undefined ? null : { ...state.recorded, note: FROM_A_LIST },
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
    why: whyOf(explained),
    next: nextOf(explained, page),
    ...relatedOf(page, processUrl),
    tests: page.tests,
    ...pageInWords(page),
    links: linksOf(explained, page, processUrl),
  });
}

/** The processes in Temporal Web, and where the case may be read on. What a list told of never had one. */
function linksOf(
  { id, state, protocol }: ExplainedCase,
  { isolation }: CasePage,
  processUrl: ProcessUrl,
): Readonly<Record<string, string>> {
  if (state.recorded !== undefined) return {};
  return {
    process: processUrl(`case/${id}`),
    ...(isolation === null
      ? {}
      : { isolationProcess: processUrl(`isolation/${String(isolation['isolationId'])}`) }),
    ...(state.identityInDoubt === undefined ? {} : { identityProcess: processUrl(`identity/${id}`) }),
    ...(protocol === null ? {} : { protocol: `/protocols/${protocol.version}` }),
  };
}
