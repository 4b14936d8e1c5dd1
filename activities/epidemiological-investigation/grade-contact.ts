import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import {
  BY_PERSON,
  judgeContact,
} from '../../domain/epidemiological-investigation/infection-network/judge-contact.ts';
import {
  CONTACT_GRADES,
  ContactVerdict,
  type ContactGrade,
} from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { NoProtocolInForce, ruleForCase } from '../case-rules.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, SubjectMoment, SubjectStep, Uses } from '../uses.ts';
import { byContactProcess } from './contact-step.ts';

export type Grading = Readonly<{ graded: boolean; missing: readonly string[] }>;

/** 접촉 확인 by the protocol in force. Not graded: facts are missing, or the protocol leaves it to a person. */
export const gradeContact =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<Grading> => {
    const { state } = (await uses.contacts.load(step.id)).aggregate;
    const source = (await uses.cases.load(state.sourceCaseId)).aggregate.state;
    const definition = await ruleForCase(uses, 'contactDefinition', source, step.at);
    if (definition === undefined) throw new NoProtocolInForce(source.disease, 'contactDefinition');
    const by = byContactProcess(step);
    const grounds = { source: historyOfCase(source), at: by.at.epochMilliseconds, rule: definition.rule };
    const judged = judgeContact(state, grounds);
    if ('undecided' in judged) return { graded: false, missing: judged.missing };
    const verdict = ContactVerdict.of({ ...judged, protocolVersion: definition.version });
    await verify(uses, step.id, {}, verdict, by);
    return { graded: true, missing: [] };
  };

export type PersonsGradeStep = SubjectStep & Readonly<{ taskId: string }>;

/** An investigator has graded what the protocol could not. */
export const gradeByPerson =
  (uses: Uses) =>
  async (step: PersonsGradeStep): Promise<void> => {
    const { decision } = (await uses.tasks.load(step.taskId)).aggregate.state;
    const grade = CONTACT_GRADES.find((one) => one === decision);
    if (grade === undefined) throw new TypeError('the task holds no grade');
    await gradedBy(uses, step.id, { commandId: step.commandId }, grade, byContactProcess(step));
  };

export type GradeContactInput = Request & Readonly<{ contactId: string; grade: ContactGrade }>;

/** An investigator grades a contact without being asked. */
export const gradeContactByHand =
  (uses: Uses) =>
  async (input: GradeContactInput): Promise<Receipt> =>
    gradedBy(uses, input.contactId, input, input.grade, {
      by: input.by,
      at: Instant.of(await uses.clock.now()),
    });

async function gradedBy(
  uses: Uses,
  id: string,
  ask: Parameters<typeof change>[2],
  grade: ContactGrade,
  by: By,
): Promise<Receipt> {
  const { state } = (await uses.contacts.load(id)).aggregate;
  const source = (await uses.cases.load(state.sourceCaseId)).aggregate.state;
  const definition = await ruleForCase(uses, 'contactDefinition', source, by.at.toString());
  const verdict = ContactVerdict.of({
    grade,
    protocolVersion: definition?.version ?? 'none',
    conditions: [{ criterion: BY_PERSON, met: grade !== 'none', fact: grade }],
  });
  return verify(uses, id, ask, verdict, by);
}

/** Another grade than before has a reason: there was an exposure that the last verdict had not seen, or better facts. */
const verify = (
  { contacts }: Uses,
  id: string,
  ask: Parameters<typeof change>[2],
  verdict: ContactVerdict,
  by: By,
): Promise<Receipt> =>
  change(contacts, id, ask, (contact) =>
    contact.execute({
      type: 'VerifyContact',
      verdict,
      ...(contact.state.grade === undefined || contact.state.grade === verdict.grade
        ? {}
        : {
            reason:
              contact.state.ungradedExposures > 0 ? ('new-exposure' as const) : ('facts-corrected' as const),
          }),
      ...by,
    }),
  );
