import { answerBy } from '../../domain/isolation-management/supplies/terms.ts';
import { TASKS } from '../../domain/worklist/task.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { Receipt } from '../ports/repository.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import type { SuppliesAsked } from './supplies-command.ts';
import { suppliesOf } from './supplies-step.ts';

const KIND = 'essentials-check';

/**
 * 필수품 확인: what is missing at home reaches the office by telephone alone, so somebody of the staff has it to do from the
 * beginning: to enter what the household says, and to call those who say nothing. It is the very task that the supplies'
 * process asks for when the household's time is over. Not while it is in doubt who the patient is.
 */
export const putEssentialsToCheck =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const { stage, caseId, district } = state;
    if (stage !== 'opened' || (caseId !== undefined && (await isInDoubt(uses, caseId)))) return;
    await openTaskAbout(uses)({
      kind: KIND,
      subject: { kind: 'supplies', id: step.id },
      district,
      dueAt: answerBy(state).plusHours(TASKS[KIND].withinHours).toString(),
      commandId: `supplies:${step.id}:${KIND}-1:task`,
      by: 'process:supplies',
      at: step.at,
      ...(caseId === undefined ? {} : { caseId }),
    });
    // What was entered meanwhile found no task to close.
    if ((await suppliesOf(uses, step.id)).state.stage !== 'opened')
      await checked(uses, step.id, 'process:supplies', step.at);
  };

/** A command after which nobody has to ask any more what is missing. */
export const settlesCheck =
  <Input extends SuppliesAsked>(uses: Uses, command: (input: Input) => Promise<Receipt>) =>
  async (input: Input): Promise<Receipt> => {
    const receipt = await command(input);
    await checked(uses, input.suppliesId, input.by, await uses.clock.now());
    return receipt;
  };

const checked = (uses: Uses, id: string, by: string, at: string): Promise<void> =>
  cancelTasksAbout(uses)({ subject: { kind: 'supplies', id }, kinds: [KIND], by, at });

async function isInDoubt({ cases }: Pick<Uses, 'cases'>, caseId: string): Promise<boolean> {
  return (await cases.load(caseId)).aggregate.state.identityInDoubt !== undefined;
}
