import type { Because } from '../../protocol/evaluation/decide.ts';
import type { ExplainedTrack } from '../../protocol/evaluation/release.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import { isUnsettled, type CaseStage, type CaseState } from './case.state.ts';
import type { CaseRules } from './case-rules.ts';
import { judge, nextContactMoment } from './release-criteria.ts';

/** What an open case waits for. */
export type WaitingFor =
  | 'test-result'
  | 'registration'
  | 'release-check'
  | 'contact-hours'
  | 'symptom-answer'
  | 'retest-result'
  | 'clinician'
  | 'release'
  | 'return-from-hospital'
  | 'identity'
  | 'staff'
  | 'nothing';

/** Why a case stands where it stands, what it waits for, and when that changes by itself. */
export type Standing = Readonly<{
  waitingFor: WaitingFor;
  nextAt?: string;
  /** The version that judged `tracks`; `none` where none does. */
  rule: string;
  /** Why, in a word, by which track, and each track of the protocol with the facts that met or failed it. */
  because: Because | null;
  track: string | null;
  tracks: readonly ExplainedTrack[];
  missing: readonly string[];
}>;

const WAITS: Readonly<Record<CaseStage, WaitingFor>> = {
  suspected: 'test-result',
  confirmed: 'registration',
  'home-treatment': 'release-check',
  'symptom-check': 'symptom-answer',
  retest: 'retest-result',
  'clinician-decision': 'clinician',
  'release-due': 'release',
  'in-hospital': 'return-from-hospital',
  released: 'nothing',
  'not-a-case': 'nothing',
  deceased: 'nothing',
  withdrawn: 'nothing',
  recorded: 'nothing',
};

/** The next moment at which something falls due for a case by itself; nothing while it waits for somebody. */
export function nextMoment(rule: CaseRules, state: CaseState, at: Instant): Instant | undefined {
  if (state.stage === 'symptom-check') {
    const answerBy = state.question === undefined ? undefined : Instant.of(state.question.answerBy);
    return answerBy?.isAfter(at) === true ? answerBy : undefined;
  }
  if (state.stage === 'in-hospital') {
    const { nextAt } = judge(rule, state, at).verdict;
    return nextAt === undefined ? undefined : Instant.of(nextAt);
  }
  if (state.stage !== 'home-treatment' || state.check === undefined) return undefined;
  const due = Instant.of(state.check.dueAt);
  return due.isAfter(at) ? due : nextContactMoment(rule, at);
}

/** In doubt whose case it is: whatever reaches out waits for that first. */
const isHeld = ({ identityInDoubt, stage }: CaseState): boolean =>
  identityInDoubt !== undefined && isUnsettled(stage);

/** A suspicion whose tests are used up without a conclusion is for a clinician to settle. */
const waitOf = ({ check }: CaseRules, { stage, diagnosticTests }: CaseState): WaitingFor =>
  stage === 'suspected' && diagnosticTests >= check.maximumDiagnosticTests ? 'clinician' : WAITS[stage];

export function standing(rule: CaseRules, state: CaseState, at: Instant): Standing {
  const judged = ['home-treatment', 'symptom-check', 'in-hospital'].includes(state.stage);
  const nextAt = nextMoment(rule, state, at)?.toString();
  const silent = state.stage === 'symptom-check' && nextAt === undefined;
  const verdict = judged ? judge(rule, state, at).verdict : undefined;
  return {
    waitingFor: isHeld(state) ? 'identity' : silent ? 'staff' : waitOf(rule, state),
    ...(nextAt === undefined ? {} : { nextAt }),
    rule: verdict === undefined ? (state.check?.rule ?? rule.id) : rule.id,
    because: verdict?.because ?? null,
    track: verdict?.track ?? null,
    tracks: verdict?.tracks ?? state.lastTracks ?? [],
    missing: verdict?.missing ?? [],
  };
}

/** Where an episode stands that is on record from a list: no rule decides, and nothing is next. */
export const onRecordOnly: Standing = {
  waitingFor: 'nothing',
  rule: 'none',
  because: null,
  track: null,
  tracks: [],
  missing: [],
};

/** Where a case stands that no protocol decides: it waits until somebody publishes one. */
export const withoutProtocol = (state: CaseState): Standing => ({
  waitingFor: isHeld(state) ? 'identity' : WAITS[state.stage],
  rule: state.check?.rule ?? 'none',
  because: null,
  track: null,
  tracks: state.lastTracks ?? [],
  missing: ['protocol'],
});
