import { InvalidValue } from '../../shared-kernel/domain-error.ts';

export type Item = Readonly<{ code: string; quantity: number }>;

/** 필수품: item codes, each with a whole number of pieces from 1 to 1,000. None at all is possible: nothing is missing. */
export class Essentials {
  readonly items: readonly Item[];

  private constructor(items: readonly Item[]) {
    this.items = Object.freeze(items.map((item) => Object.freeze({ ...item })));
    Object.freeze(this);
  }

  /** @throws InvalidValue `supplies/essentials-malformed`, also for a code that comes twice */
  static of(items: readonly Item[]): Essentials {
    const codes = new Set(items.map(({ code }) => code));
    const isSound = ({ code, quantity }: Item): boolean =>
      /^[A-Za-z0-9-]{1,40}$/.test(code) && Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000;
    if (codes.size !== items.length || items.length > 100 || !items.every(isSound)) {
      throw new InvalidValue('supplies/essentials-malformed');
    }
    return new Essentials(
      items
        .map(({ code, quantity }) => ({ code, quantity }))
        .sort((one, other) => (one.code < other.code ? -1 : 1)),
    );
  }

  get isNothing(): boolean {
    return this.items.length === 0;
  }

  quantityOf(code: string): number {
    return this.items.find((item) => item.code === code)?.quantity ?? 0;
  }

  /** Whether all of it is among the others, in that number or more. */
  isAmong(others: Essentials): boolean {
    return this.items.every(({ code, quantity }) => quantity <= others.quantityOf(code));
  }

  /** What is left without the others. */
  without(others: Essentials): Essentials {
    return new Essentials(
      this.items
        .map(({ code, quantity }) => ({ code, quantity: quantity - others.quantityOf(code) }))
        .filter(({ quantity }) => quantity > 0),
    );
  }

  equals(other: Essentials): boolean {
    return this.isAmong(other) && other.isAmong(this);
  }
}
