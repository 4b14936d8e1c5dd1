import { InvalidValue } from './domain-error.ts';

/** An amount of Korean won: a whole number, never below zero. */
export class Money {
  readonly won: number;

  private constructor(won: number) {
    this.won = won;
    Object.freeze(this);
  }

  /** @throws InvalidValue `money/not-an-amount` for fractions, negatives and anything beyond a safe whole number */
  static ofWon(won: number): Money {
    if (!Number.isSafeInteger(won) || won < 0) throw new InvalidValue('money/not-an-amount');
    return new Money(won);
  }

  plus(other: Money): Money {
    return Money.ofWon(this.won + other.won);
  }

  times(count: number): Money {
    return Money.ofWon(this.won * count);
  }

  isMoreThan(other: Money): boolean {
    return this.won > other.won;
  }

  equals(other: Money): boolean {
    return this.won === other.won;
  }
}
