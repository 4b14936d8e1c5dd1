import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { Instant } from '../../shared-kernel/instant.ts';

/** From one moment to another, both included; a card approval is a stay of one moment. */
export class Stay {
  readonly from: Instant;
  readonly to: Instant;

  private constructor(from: Instant, to: Instant) {
    this.from = from;
    this.to = to;
    Object.freeze(this);
  }

  /** @throws InvalidValue `period/ends-before-start` */
  static of(from: Instant, to: Instant): Stay {
    if (to.isBefore(from)) throw new InvalidValue('period/ends-before-start');
    return new Stay(from, to);
  }

  overlaps(other: Stay): boolean {
    return !this.from.isAfter(other.to) && !other.from.isAfter(this.to);
  }

  /** The shortest stay that holds both. */
  joinedWith(other: Stay): Stay {
    const from = other.from.isBefore(this.from) ? other.from : this.from;
    return new Stay(from, other.to.isAfter(this.to) ? other.to : this.to);
  }

  /** The part within another stay, if there is one. */
  within(other: Stay): Stay | undefined {
    if (!this.overlaps(other)) return undefined;
    const from = other.from.isAfter(this.from) ? other.from : this.from;
    return new Stay(from, other.to.isBefore(this.to) ? other.to : this.to);
  }

  equals(other: Stay): boolean {
    return this.from.equals(other.from) && this.to.equals(other.to);
  }
}
