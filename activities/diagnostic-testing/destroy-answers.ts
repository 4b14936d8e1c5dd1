import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { SubjectStep, Uses } from '../uses.ts';

/** By the sweep: the time for which the answers of a survey are kept is over. Told again it is quiet. */
export const destroyAnswers =
  ({ surveys }: Pick<Uses, 'surveys'>) =>
  async ({ id, at, by }: SubjectStep & Readonly<{ by: string }>): Promise<void> => {
    await change(surveys, id, {}, (survey) =>
      survey.execute({ type: 'DestroyAnswers', by, at: Instant.of(at) }),
    );
  };
