import { Money } from '../../shared-kernel/money.ts';
import { Essentials } from './essentials.ts';

/** `unitPrice`: of one piece. */
export type PricedItem = Readonly<{ code: string; quantity: number; unitPrice: Money }>;

/** What is ordered from the supplier, and for how much. */
export class PricedEssentials {
  readonly items: readonly PricedItem[];
  readonly essentials: Essentials;
  readonly total: Money;

  private constructor(items: readonly PricedItem[], essentials: Essentials, total: Money) {
    this.items = Object.freeze([...items].sort((one, other) => (one.code < other.code ? -1 : 1)));
    this.essentials = essentials;
    this.total = total;
    Object.freeze(this);
  }

  /** @throws InvalidValue `supplies/essentials-malformed`, or `money/not-an-amount` for a sum beyond counting */
  static of(items: readonly PricedItem[]): PricedEssentials {
    const total = items.reduce(
      (sum, { unitPrice, quantity }) => sum.plus(unitPrice.times(quantity)),
      Money.ofWon(0),
    );
    return new PricedEssentials(items, Essentials.of(items), total);
  }

  equals(other: PricedEssentials): boolean {
    return (
      this.essentials.equals(other.essentials) &&
      this.items.every((item, place) => other.items[place]?.unitPrice.equals(item.unitPrice) === true)
    );
  }
}
