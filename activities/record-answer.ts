import { RuleBroken } from '../domain/shared-kernel/domain-error.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

type AnswerStep = Readonly<{ id: string; by: string; answeredAt: string }>;

/**
 * 격리중 확인: whoever answers after missed checks is found, and nobody calls or visits any more. Told twice it is quiet, and
 * so it is after a later miss. An order that is not in force, or over, hears nothing of it.
 */
export const recordAnswer =
  ({ isolations }: Pick<Uses, 'isolations'>) =>
  async ({ id, by, answeredAt }: AnswerStep): Promise<void> => {
    const at = Instant.of(answeredAt);
    try {
      await change(isolations, id, {}, (isolation) =>
        isolation.execute({ type: 'RecordCheck', outcome: 'inIsolation', by, at }),
      );
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
    }
  };
