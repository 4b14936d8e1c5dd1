import type { IsolationCommand } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import type { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type IsolationUses = Readonly<{ isolations: Repository<Isolation>; clock: Clock }>;
export type IsolationAsked = Asked & Readonly<{ isolationId: string }>;
/** By a person only. */
export type IsolationRequest = Request & Readonly<{ isolationId: string }>;

/** A use case that gives one command to an order. */
export const isolationCommand =
  <Input extends IsolationAsked>(make: (input: Input, by: By) => IsolationCommand) =>
  ({ isolations, clock }: IsolationUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, await whoAndWhen(input, clock));
    return change(isolations, input.isolationId, input, (isolation) => isolation.execute(asked));
  };
