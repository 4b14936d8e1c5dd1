import { assertNever } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type {
  CheckReleaseCriteria,
  PlanReleaseCheck,
  RecordClinicianDecision,
  RecordRetestResult,
  StartHomeTreatment,
} from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { judge, planCheck } from '../release-criteria.ts';
import { fact, needs } from './fact.ts';

export function startHomeTreatment(state: CaseState, command: StartHomeTreatment): CaseEvent[] {
  if (state.homeTreatmentSince !== undefined) return [];
  needs(state, ['confirmed'], 'case/diagnosis-unconfirmed');
  return [fact('HomeTreatmentStarted', command)];
}

/** Quiet when the plan stands already: planning again after any news changes nothing by itself. */
export function planReleaseCheck(state: CaseState, command: PlanReleaseCheck): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  const plan = planCheck(command.rule, state);
  const dueAt = plan.dueAt.toString();
  if (state.check?.rule === command.rule.id && state.check.dueAt === dueAt) return [];
  return [
    {
      ...fact('ReleaseCheckPlanned', command),
      rule: command.rule.id,
      round: state.retests + 1,
      dueAt,
      countedFrom: plan.countedFrom,
      anchorDay: plan.anchorDay.toString(),
    },
  ];
}

/** Quiet while the period runs or nobody knows how the patient is. */
export function checkReleaseCriteria(state: CaseState, command: CheckReleaseCriteria): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  const { outcome, conditions } = judge(command.rule, state, command.at);
  const found = { rule: command.rule.id, round: state.retests + 1, conditions };
  switch (outcome) {
    case 'wait':
    case 'ask':
      return [];
    case 'release': {
      const course = state.latestReport?.course ?? 'symptomFree';
      return [{ ...fact('FoundFreeOfSymptoms', command), ...found, course }];
    }
    case 'retest':
    case 'clinician':
      return [{ ...fact('FoundSymptomaticNotImproved', command), ...found, next: outcome }];
    default:
      return assertNever(outcome);
  }
}

export function recordRetestResult(state: CaseState, command: RecordRetestResult): CaseEvent[] {
  needs(state, ['retest'], 'case/not-awaiting-retest');
  const { afterPositive, afterNegative } = command.rule.daysToNextCheck;
  return [
    {
      ...fact('PcrTestPerformed', command),
      testId: command.testId,
      result: command.result,
      round: state.retests + 1,
      rule: command.rule.id,
      nextCheckAt: noonAfter(command.at, command.result === 'negative' ? afterNegative : afterPositive),
    },
  ];
}

export function recordClinicianDecision(state: CaseState, command: RecordClinicianDecision): CaseEvent[] {
  needs(state, ['clinician-decision'], 'case/not-awaiting-clinician');
  const { taskId, decision, rule } = command;
  const decided = { ...fact('ClinicianDecided', command), taskId, rule: rule.id };
  if (decision === 'release') return [{ ...decided, decision }];
  return [{ ...decided, decision, nextCheckAt: noonAfter(command.at, rule.daysToNextCheck.afterDecision) }];
}

function noonAfter(at: Instant, days: number): string {
  return Instant.onDayInSeoul(at.dateInSeoul().plusDays(days), 12).toString();
}
