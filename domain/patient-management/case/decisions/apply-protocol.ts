import type { ApplyProtocol } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { judge, planCheck } from '../release-criteria.ts';
import { fact, needs } from './fact.ts';

/**
 * Quiet where the date stands, and where the patient is being asked and would be asked again: nobody is bothered twice
 * by a change that does not change anything for them.
 */
export function applyProtocol(state: CaseState, command: ApplyProtocol): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  const { rule, protocol, at } = command;
  const { countedFrom, anchorDay, ...plan } = planCheck(rule, state, at);
  const dueAt = plan.dueAt.toString();
  const before = state.check;
  if (before === undefined) return []; // nothing is planned yet: the first plan is under the new rules
  if (before.rule === rule.id && before.dueAt === dueAt) return [];
  if (state.question !== undefined && judge(rule, state, at).next === 'ask') return [];
  return [
    {
      ...fact('ProtocolApplied', command),
      protocol,
      rule: rule.id,
      round: state.retests + 1,
      previousRule: before.rule,
      previousDueAt: before.dueAt,
      dueAt,
      countedFrom,
      anchorDay,
    },
  ];
}
