import { escalationOf } from '../../domain/isolation-management/isolation/escalation.ts';
import { textMessage } from '../text-message.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { ownerOf } from './isolation-step.ts';

/** A check was missed: the person is reminded, once for each row of missed checks. */
export const remindOfCheck =
  (uses: Uses) =>
  async ({ id }: SubjectStep): Promise<void> => {
    const { state } = (await uses.isolations.load(id)).aggregate;
    const escalation = escalationOf(state);
    if (state.stage !== 'active' || escalation === undefined) return;
    await textMessage(uses, {
      name: 'check-reminder',
      key: `isolation:${id}:check-reminder:${escalation.row}`,
      owner: ownerOf(id, state),
      personId: state.personId,
      template: 'check-reminder',
    });
  };
