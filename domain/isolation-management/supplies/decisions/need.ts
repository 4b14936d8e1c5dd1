import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Money } from '../../../shared-kernel/money.ts';
import { Essentials } from '../essentials.ts';
import { PricedEssentials } from '../priced-essentials.ts';
import type {
  CheckEssentials,
  OpenSupplies,
  OrderEssentials,
  RelocateSupplies,
} from '../supplies.commands.ts';
import type { OrderedItem, SuppliesEvent } from '../supplies.events.ts';
import type { SuppliesState } from '../supplies.state.ts';
import { attemptOf, fact, isIn, needsOpen } from './fact.ts';

export function open(command: OpenSupplies): SuppliesEvent[] {
  const { isolationId, personId, district, needed, budget, caseId, contactId } = command;
  if (needed.isNothing) throw new InvalidValue('supplies/nothing-listed');
  return [
    {
      ...fact('SuppliesOpened', command, isolationId),
      personId,
      district: district.code,
      needed: needed.items,
      budgetWon: budget.won,
      ...(caseId === undefined ? {} : { caseId }),
      ...(contactId === undefined ? {} : { contactId }),
    },
  ];
}

/** Quiet when they are there already. */
export function relocate(state: SuppliesState, command: RelocateSupplies): SuppliesEvent[] {
  const { district: from, isolationId } = state;
  const to = command.to.code;
  return from === to ? [] : [{ ...fact('SuppliesRelocated', command, isolationId), from, to }];
}

/** May be done again until the first order. */
export function check(state: SuppliesState, command: CheckEssentials): SuppliesEvent[] {
  const { missing } = command;
  if (isIn(state, ['missing', 'present']) && Essentials.of(state.missing).equals(missing)) return [];
  needsOpen(state);
  if (state.attempts.length > 0) throw new RuleBroken('supplies/already-ordered');
  if (!missing.isAmong(Essentials.of(state.needed))) throw new RuleBroken('supplies/item-not-needed');
  return [{ ...fact('EssentialsChecked', command, state.isolationId), missing: missing.items }];
}

/** After a failed attempt only once its money is back. The same attempt again is quiet. */
export function order(state: SuppliesState, command: OrderEssentials): SuppliesEvent[] {
  const { attempt, order: wanted } = command;
  if (attempt > 0 && attempt <= state.attempts.length) {
    if (ordered(attemptOf(state, attempt).items).equals(wanted)) return [];
    throw new RuleBroken('supplies/differs-from-recorded', { attempt });
  }
  needsOpen(state);
  if (state.refundDueWon > 0) throw new RuleBroken('supplies/refund-due', { won: state.refundDueWon });
  if (isIn(state, ['opened'])) throw new RuleBroken('supplies/not-checked');
  if (!isIn(state, ['missing', 'failed'])) throw new RuleBroken('supplies/already-ordered');
  if (attempt !== state.attempts.length + 1) throw new RuleBroken('supplies/attempt-unexpected', { attempt });
  const missing = Essentials.of(state.missing);
  if (wanted.essentials.isNothing) throw new InvalidValue('supplies/nothing-listed');
  if (!wanted.essentials.isAmong(missing)) throw new RuleBroken('supplies/item-not-missing');
  const budget = Money.ofWon(state.budgetWon);
  if (wanted.total.isMoreThan(budget)) {
    throw new RuleBroken('supplies/over-budget', { budgetWon: budget.won, totalWon: wanted.total.won });
  }
  return [
    {
      ...fact('EssentialsOrdered', command, state.isolationId),
      attempt,
      items: wanted.items.map(({ code, quantity, unitPrice }) => ({
        code,
        quantity,
        unitPriceWon: unitPrice.won,
      })),
      totalWon: wanted.total.won,
      leftOut: missing.without(wanted.essentials).items,
    },
  ];
}

const ordered = (items: readonly OrderedItem[]): PricedEssentials =>
  PricedEssentials.of(items.map((item) => ({ ...item, unitPrice: Money.ofWon(item.unitPriceWon) })));
