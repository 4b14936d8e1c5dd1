import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';
import type { CaseOpened, EpisodeRecorded } from './case.events.ts';
import type { CaseState } from './case.state.ts';

const NOTHING_YET = {
  reports: [],
  releaseTests: [],
  severities: [],
  treatments: [],
  stays: [],
  diagnosticTests: 0,
  checks: 0,
  retestsOrdered: 0,
  retests: 0,
  decisions: 0,
} as const;

export function opened(event: CaseOpened): CaseState {
  const { personId, disease, district, specimenId, contactId, previousCaseId, at } = event;
  return {
    stage: 'suspected',
    personId,
    disease,
    district,
    ...(contactId === undefined ? {} : { contactId }),
    ...(previousCaseId === undefined ? {} : { previousCaseId }),
    classification: 'suspected',
    classifications: [{ to: 'suspected', at, because: 'opened' }],
    openedAt: at,
    symptomatic: false,
    ...(specimenId === undefined ? {} : { specimenId }),
    onset: {},
    ...NOTHING_YET,
  };
}

/** A release is no recovery, so it gives no outcome. */
export function recorded(event: EpisodeRecorded): CaseState {
  const { personId, disease, district, dateOfSymptomOnset, confirmedOn, ended, previousCaseId, at } = event;
  const death = ended?.as === 'deceased' ? { outcome: 'deceased' as const, ...dayOf(ended) } : undefined;
  return {
    stage: 'recorded',
    personId,
    disease,
    district,
    ...(previousCaseId === undefined ? {} : { previousCaseId }),
    classification: 'confirmed',
    classifications: [{ to: 'confirmed', at, because: 'list' }],
    openedAt: at,
    closedAt: at,
    confirmedAt: Instant.onDayInSeoul(LocalDate.of(confirmedOn), 0).toString(),
    symptomatic: dateOfSymptomOnset !== undefined,
    onset: dateOfSymptomOnset === undefined ? {} : { entered: dateOfSymptomOnset },
    ...NOTHING_YET,
    recorded: { confirmedOn, ...(ended === undefined ? {} : { ended }) },
    ...(death === undefined ? {} : { outcome: death }),
  };
}

const dayOf = ({ on }: Readonly<{ on?: string }>) => (on === undefined ? {} : { on });
