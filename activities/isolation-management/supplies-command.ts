import type { SuppliesCommand } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import type { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type SuppliesUses = Readonly<{ supplies: Repository<IsolationSupplies>; clock: Clock }>;
export type SuppliesAsked = Asked & Readonly<{ suppliesId: string }>;
/** Attempts are numbered from 1. */
export type AttemptAsked = SuppliesAsked & Readonly<{ attempt: number }>;

/** A use case that gives one command to somebody's supplies. */
export const suppliesCommand =
  <Input extends SuppliesAsked>(make: (input: Input, by: By) => SuppliesCommand) =>
  ({ supplies, clock }: SuppliesUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, await whoAndWhen(input, clock));
    return change(supplies, input.suppliesId, input, (one) => one.execute(asked));
  };
