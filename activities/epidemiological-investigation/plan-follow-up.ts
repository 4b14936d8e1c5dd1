import type { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change, type Ask } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { contactFacts } from './contact-facts.ts';
import { byContactProcess } from './contact-step.ts';
import { KINDS_CHOSEN, planOf, type Choice, type LeftOpen, type Plan } from './follow-up-plan.ts';
import type { PersonsGradeStep } from './grade-contact.ts';

export type FollowUpPlanning =
  Readonly<{ planned: true; missing: readonly [] }> | (Readonly<{ planned: false }> & LeftOpen);

/**
 * Whenever a close contact is identified: what follows, by the protocol in force, and the follow-up begins. Again whenever
 * the facts or the protocol have changed: its dates move. Not planned: facts are missing, a person has to choose.
 */
export const planFollowUp =
  (uses: Uses) =>
  (step: SubjectMoment): Promise<FollowUpPlanning> =>
    plan(uses, step, {});

/** An investigator has chosen what happens to a contact of whom too little is known. */
export const planByPerson =
  (uses: Uses) =>
  async (step: PersonsGradeStep): Promise<FollowUpPlanning> => {
    const { decision } = (await uses.tasks.load(step.taskId)).aggregate.state;
    if (decision === undefined || !Object.hasOwn(KINDS_CHOSEN, decision)) {
      throw new TypeError('the task holds no measure');
    }
    return plan(uses, step, { commandId: step.commandId }, decision as Choice);
  };

async function plan(uses: Uses, step: SubjectMoment, ask: Ask, choice?: Choice): Promise<FollowUpPlanning> {
  const planned = planOf(await contactFacts(uses, step), choice);
  if ('missing' in planned) return { planned: false, ...planned };
  await change(uses.contacts, step.id, ask, (contact) => carryOut(contact, planned, byContactProcess(step)));
  return { planned: true, missing: [] };
}

/** Begun again only where something new was planned: what staff ended stays ended. */
function carryOut(contact: Contact, { tests: _tests, ...planned }: Plan, by: By): void {
  contact.execute({ type: 'PlanFollowUp', ...planned, ...by });
  const isNew = contact.news.some(({ type }) => type === 'FollowUpPlanned');
  const { followUp } = contact.state;
  const isOver = planned.endsAt?.isAfter(by.at) === false;
  if (planned.kind === 'none') {
    if (followUp === 'under') contact.execute({ type: 'EndFollowUp', reason: 'freed-early', ...by });
  } else if (!isOver && (followUp === 'none' || isNew)) {
    contact.execute({ type: 'BeginFollowUp', ...by });
  }
}
