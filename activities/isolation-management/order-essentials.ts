import { Essentials, type Item } from '../../domain/isolation-management/supplies/essentials.ts';
import { PricedEssentials } from '../../domain/isolation-management/supplies/priced-essentials.ts';
import type { SuppliesCancellation } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { Money } from '../../domain/shared-kernel/money.ts';
import { suppliesCommand, type AttemptAsked, type SuppliesAsked } from './supplies-command.ts';

/** 필수품 확인 */
export const checkEssentials = suppliesCommand<SuppliesAsked & Readonly<{ missing: readonly Item[] }>>(
  (input, by) => ({ type: 'CheckEssentials', missing: Essentials.of(input.missing), ...by }),
);

export type OrderEssentialsInput = AttemptAsked &
  Readonly<{ items: readonly (Item & Readonly<{ unitPriceWon: number }>)[] }>;

/** 필수품 주문 */
export const orderEssentials = suppliesCommand<OrderEssentialsInput>((input, by) => ({
  type: 'OrderEssentials',
  attempt: input.attempt,
  order: PricedEssentials.of(
    input.items.map(({ code, quantity, unitPriceWon }) => ({
      code,
      quantity,
      unitPrice: Money.ofWon(unitPriceWon),
    })),
  ),
  ...by,
}));

export const cancelSupplies = suppliesCommand<SuppliesAsked & Readonly<{ because: SuppliesCancellation }>>(
  (input, by) => ({ type: 'CancelSupplies', because: input.because, ...by }),
);
