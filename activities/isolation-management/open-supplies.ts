import { Essentials, type Item } from '../../domain/isolation-management/supplies/essentials.ts';
import { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, contactId, isolationId, personId, suppliesId } from '../../domain/shared-kernel/id.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import { whoAndWhen } from './asked.ts';
import type { IsolationAsked, IsolationUses } from './isolation-command.ts';
import type { SuppliesUses } from './supplies-command.ts';

export type OpenSuppliesInput = IsolationAsked & Readonly<{ needed: readonly Item[]; budgetWon: number }>;

/** Whenever an isolation starts: see what is needed at home. Not for one that has ended meanwhile. */
export const openSupplies =
  ({
    isolations,
    supplies,
    clock,
    newId,
  }: IsolationUses & SuppliesUses & Readonly<{ newId: () => string }>) =>
  async (input: OpenSuppliesInput): Promise<Receipt> => {
    const { state } = (await isolations.load(input.isolationId)).aggregate;
    if (state.stage === 'ended') throw new RuleBroken('isolation/already-ended');
    const opened = IsolationSupplies.unopened(suppliesId(newId()));
    opened.execute({
      type: 'OpenSupplies',
      isolationId: isolationId(input.isolationId),
      personId: personId(state.personId),
      district: District.recorded(state.district),
      needed: Essentials.of(input.needed),
      budget: Money.ofWon(input.budgetWon),
      ...(state.caseId === undefined ? {} : { caseId: caseId(state.caseId) }),
      ...(state.contactId === undefined ? {} : { contactId: contactId(state.contactId) }),
      ...(await whoAndWhen(input, clock)),
    });
    return create(supplies, opened, input);
  };
