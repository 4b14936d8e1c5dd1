import { escalationOf } from '../../domain/isolation-management/isolation/escalation.ts';
import { textMessage } from '../text-message.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { ownerOf } from './isolation-step.ts';

/** `row`: of missed checks, by the number of its first; absent where a process from before asks, which means the latest. */
type ReminderStep = SubjectStep & Readonly<{ row?: number }>;

/** A check was missed: the person is reminded, once for each row of missed checks, and not when they have answered since. */
export const remindOfCheck =
  (uses: Uses) =>
  async ({ id, row }: ReminderStep): Promise<void> => {
    const load = async () => (await uses.isolations.load(id)).aggregate.state;
    const state = await load();
    const missed = row ?? escalationOf(state)?.row;
    if (missed === undefined) return; // answered since
    await textMessage(uses, {
      name: 'check-reminder',
      key: `isolation:${id}:check-reminder:${missed}`,
      owner: ownerOf(id, state),
      personId: state.personId,
      template: 'check-reminder',
      isOwed: async () => {
        const now = await load();
        return now.stage === 'active' && escalationOf(now)?.row === missed;
      },
    });
  };
