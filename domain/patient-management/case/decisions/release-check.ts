import { assertNever } from '../../../shared-kernel/domain-error.ts';
import type {
  AssignTier,
  CheckReleaseCriteria,
  ChooseProtocol,
  PlanReleaseCheck,
  RecordClinicianDecision,
  RecordRetestResult,
  StartHomeTreatment,
} from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState, PlannedCheck } from '../case.state.ts';
import type { Course } from '../symptom-report.ts';
import type { Verdict } from '../../../protocol/evaluation/release.ts';
import type { CaseTestPurpose } from '../../../shared-kernel/test-result.ts';
import { judge, noonAfter, planCheck } from '../release-criteria.ts';
import { collectedBefore, fact, needs, needsOpen } from './fact.ts';

export function startHomeTreatment(state: CaseState, command: StartHomeTreatment): CaseEvent[] {
  if (state.homeTreatmentSince !== undefined) return [];
  needs(state, ['confirmed'], 'case/diagnosis-unconfirmed');
  return [fact('HomeTreatmentStarted', command)];
}

/** Quiet while the tier and its version stay the same. */
export function assignTier(state: CaseState, command: AssignTier): CaseEvent[] {
  needsOpen(state);
  const { tier, checksPerDay, protocol } = command;
  const now = state.tier;
  if (now?.tier === tier && now.checksPerDay === checksPerDay && now.protocol === protocol) return [];
  return [{ ...fact('TierAssigned', command), tier, checksPerDay, protocol }];
}

export function chooseProtocol(state: CaseState, command: ChooseProtocol): CaseEvent[] {
  needsOpen(state);
  if (state.chosenProtocol === command.protocol) return [];
  return [{ ...fact('ProtocolChosen', command), protocol: command.protocol, reason: command.reason }];
}

/** Quiet when the plan stands already: planning again after any news changes nothing by itself. */
export function planReleaseCheck(state: CaseState, command: PlanReleaseCheck): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  const { countedFrom, anchorDay, ...plan } = planCheck(command.rule, state, command.at);
  const dueAt = plan.dueAt.toString();
  const planned = { rule: command.rule.id, dueAt, countedFrom, anchorDay };
  const stands = state.check !== undefined && isSamePlan(state.check, planned);
  if (stands && !hasToAskAgain(state, command)) return [];
  const round = state.retests + 1;
  return [{ ...fact('ReleaseCheckPlanned', command), ...planned, round }];
}

/** The answer left something open: a question with a number of its own follows. */
const hasToAskAgain = (state: CaseState, { rule, at }: PlanReleaseCheck): boolean =>
  state.check?.asked === true && state.question === undefined && judge(rule, state, at).next === 'ask';

const isSamePlan = (one: PlannedCheck, other: PlannedCheck): boolean =>
  one.rule === other.rule &&
  one.dueAt === other.dueAt &&
  one.countedFrom === other.countedFrom &&
  one.anchorDay === other.anchorDay;

/** How the patient was, as far as it was judged: null where the protocol does not ask. */
function judgedCourse({ track, tracks }: Verdict): Course | null {
  const deciding = tracks.find((one) => one.track === track);
  const judged = deciding?.criteria.find(({ criterion }) => criterion === 'course');
  return (judged?.facts['course'] as Course | null | undefined) ?? null;
}

/**
 * Quiet while the period runs or nobody knows how the patient is. In hospital only a release is found: what else there
 * is to do for the patient, the hospital decides.
 */
export function checkReleaseCriteria(state: CaseState, command: CheckReleaseCriteria): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check', 'in-hospital'], 'case/not-in-home-treatment');
  const { next, verdict } = judge(command.rule, state, command.at);
  const { track = null, tracks, because, missing } = verdict;
  const found = { rule: command.rule.id, round: state.retests + 1, track, tracks };
  if (state.stage === 'in-hospital' && next !== 'release') return [];
  switch (next) {
    case 'wait':
    case 'ask':
      return [];
    case 'release': {
      return [{ ...fact('FoundFreeOfSymptoms', command), ...found, course: judgedCourse(verdict) }];
    }
    case 'retest':
    case 'clinician':
      return [{ ...fact('FoundSymptomaticNotImproved', command), ...found, next }];
    case 'test-due':
      return [{ ...fact('ReleaseTestFoundDue', command), ...found }];
    case 'undecided':
      return [{ ...fact('ReleaseLeftToClinician', command), ...found, because, missing }];
    default:
      return assertNever(next);
  }
}

/** A test was ordered, and the case went another way before its result. */
export const isRetestOutstanding = ({ stage, retestsOrdered, releaseTests }: CaseState): boolean =>
  stage !== 'retest' && retestsOrdered > releaseTests.length;

/** Whether the case still waits for that test: whoever has gone another way is not to be tested any more. */
export const awaitsTest = (
  { stage, diagnosticTests, retestsOrdered }: CaseState,
  { purpose, sequence }: Readonly<{ purpose: CaseTestPurpose; sequence: number }>,
): boolean =>
  purpose === 'diagnostic'
    ? stage === 'suspected' && sequence === diagnosticTests + 1
    : stage === 'retest' && sequence === retestsOrdered;

/** Welcome late too: a result counts wherever the patient is meanwhile, and moves nobody who no longer waits for it. */
export function recordRetestResult(state: CaseState, command: RecordRetestResult): CaseEvent[] {
  const { rule, result, testId, specimenCollectedAt } = command;
  needsOpen(state);
  if (state.stage !== 'retest' && state.releaseTests.some((one) => one.testId === testId)) return [];
  if (!isRetestOutstanding(state)) needs(state, ['retest'], 'case/not-awaiting-retest');
  collectedBefore(specimenCollectedAt, command);
  const { afterPositive, afterNegative } = rule.check.daysToNextCheck;
  return [
    {
      ...fact('PcrTestPerformed', command),
      testId,
      result,
      round: state.retests + 1,
      rule: rule.id,
      nextCheckAt: noonAfter(command.at, result === 'negative' ? afterNegative : afterPositive).toString(),
      ...(specimenCollectedAt === undefined ? {} : { specimenCollectedAt: specimenCollectedAt.toString() }),
    },
  ];
}

export function recordClinicianDecision(state: CaseState, command: RecordClinicianDecision): CaseEvent[] {
  needs(state, ['clinician-decision'], 'case/not-awaiting-clinician');
  const { taskId, decision, rule } = command;
  const decided = { ...fact('ClinicianDecided', command), taskId, rule: rule.id };
  if (decision === 'release') return [{ ...decided, decision }];
  const nextCheckAt = noonAfter(command.at, rule.check.daysToNextCheck.afterDecision).toString();
  return [{ ...decided, decision, nextCheckAt }];
}
