import { InvalidValue } from '../../shared-kernel/domain-error.ts';

const MOST = 50;

/** Which facts a subscriber is sent. */
export class EventTypes {
  readonly names: readonly string[];

  private constructor(names: readonly string[]) {
    this.names = Object.freeze([...names]);
    Object.freeze(this);
  }

  /**
   * None named: all of them.
   * @throws InvalidValue `webhook-subscription/event-type-unknown`
   */
  static of(names: readonly string[], isKnown: (name: string) => boolean): EventTypes {
    const distinct = [...new Set(names)];
    if (distinct.length > MOST || !distinct.every(isKnown))
      throw new InvalidValue('webhook-subscription/event-type-unknown');
    return new EventTypes(distinct);
  }

  equals(other: EventTypes): boolean {
    return this.names.join() === other.names.join();
  }
}
