import type { LivingSupportCommand } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type LivingSupportAsked = Asked & Readonly<{ livingSupportId: string }>;

/** A use case that gives one command to a claim. */
export const livingSupportCommand =
  <Input extends LivingSupportAsked>(make: (input: Input, by: By) => LivingSupportCommand) =>
  ({ livingSupports, clock }: Readonly<{ livingSupports: Repository<LivingSupport>; clock: Clock }>) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, await whoAndWhen(input, clock));
    return change(livingSupports, input.livingSupportId, input, (claim) => claim.execute(asked));
  };
