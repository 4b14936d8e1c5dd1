import { affordable } from '../../domain/isolation-management/supplies/terms.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { orderEssentials } from './order-essentials.ts';
import { asSupplies, endedBecause, suppliesOf } from './supplies-step.ts';

/**
 * Missing: order what has a price, is to be had and fits the budget. `false`: there is no such thing. Quiet when it was
 * ordered meanwhile, or the isolation is over.
 */
export const orderMissingEssentials =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<boolean> => {
    const { state } = await suppliesOf(uses, step.id);
    if (state.stage !== 'missing' && state.stage !== 'failed') return true;
    if ((await endedBecause(uses, state)) !== undefined) return true;
    const order = affordable(state, uses.supplyPrices);
    if (order === undefined) return false;
    const attempt = state.attempts.length + 1;
    await orderEssentials(uses)({
      ...asSupplies(step, `order-${attempt}`),
      attempt,
      items: order.items.map(({ code, quantity, unitPrice }) => ({
        code,
        quantity,
        unitPriceWon: unitPrice.won,
      })),
    });
    return true;
  };
