import { SETTLED_BY_ANSWER } from '../../domain/worklist/task.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import type { Uses } from '../uses.ts';

/** A contact has answered: nobody has to call them for it any more. */
export const settledByAnswer = (uses: Uses, id: string, by: string, at: string): Promise<void> =>
  cancelTasksAbout(uses)({ subject: { kind: 'contact', id }, kinds: SETTLED_BY_ANSWER, by, at });
