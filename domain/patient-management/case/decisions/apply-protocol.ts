import type { ApplyProtocol } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { judge, planCheck } from '../release-criteria.ts';
import { fact, needs } from './fact.ts';

/**
 * Quiet where the date stands, and where the patient is being asked and would be asked again: nobody is bothered twice
 * by a change that does not change anything for them. While a result or a clinician is waited for, the new rules only
 * free: whom they do not, the result or the clinician decides.
 */
export function applyProtocol(state: CaseState, command: ApplyProtocol): CaseEvent[] {
  needs(
    state,
    ['home-treatment', 'symptom-check', 'retest', 'clinician-decision', 'in-hospital'],
    'case/not-in-home-treatment',
  );
  if (state.stage === 'in-hospital') return applyInHospital(state, command);
  const { rule, at } = command;
  const { next } = judge(rule, state, at);
  const before = state.check;
  if (before === undefined) return []; // nothing is planned yet: the first plan is under the new rules
  if (state.stage === 'retest' || state.stage === 'clinician-decision')
    return next === 'release' ? [moved(state, command, before)] : [];
  if (before.rule === rule.id && before.dueAt === planCheck(rule, state, at).dueAt.toString()) return [];
  if (state.question !== undefined && next === 'ask') return [];
  return [moved(state, command, before)];
}

/** A hospital plans no check: what moves is the day on which the criteria may free the patient there. */
function applyInHospital(state: CaseState, command: ApplyProtocol): CaseEvent[] {
  const { rule, previous, at } = command;
  if (previous === undefined) return [];
  const before = planCheck(previous, state, at).dueAt.toString();
  const freed = (one: typeof rule): boolean => judge(one, state, at).next === 'release';
  const stands = before === planCheck(rule, state, at).dueAt.toString() && freed(rule) === freed(previous);
  return stands ? [] : [moved(state, command, { rule: previous.id, dueAt: before })];
}

function moved(
  state: CaseState,
  command: ApplyProtocol,
  before: Readonly<{ rule: string; dueAt: string }>,
): CaseEvent {
  const { rule, protocol, at } = command;
  const { countedFrom, anchorDay, dueAt } = planCheck(rule, state, at);
  return {
    ...fact('ProtocolApplied', command),
    protocol,
    rule: rule.id,
    round: state.retests + 1,
    previousRule: before.rule,
    previousDueAt: before.dueAt,
    dueAt: dueAt.toString(),
    countedFrom,
    anchorDay,
  };
}
