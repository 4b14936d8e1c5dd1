import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { Instant } from '../../shared-kernel/instant.ts';

const ORDER = ['collectedAt', 'receivedAt', 'testedAt', 'resultedAt'] as const;

type Times = Readonly<Partial<Record<(typeof ORDER)[number], Instant | undefined>>>;

/** When a specimen was collected, received, tested and its result issued: each not before the earlier one. */
export class SampleTimes {
  readonly collectedAt: Instant | undefined;
  readonly receivedAt: Instant | undefined;
  readonly testedAt: Instant | undefined;
  readonly resultedAt: Instant | undefined;

  private constructor({ collectedAt, receivedAt, testedAt, resultedAt }: Times) {
    this.collectedAt = collectedAt;
    this.receivedAt = receivedAt;
    this.testedAt = testedAt;
    this.resultedAt = resultedAt;
    Object.freeze(this);
  }

  /** @throws InvalidValue `test/time-in-the-future` (after `now`), `test/times-out-of-order` */
  static of(times: Times, now: Instant): SampleTimes {
    let earlier: Instant | undefined;
    for (const field of ORDER) {
      const time = times[field];
      if (time === undefined) continue;
      if (time.isAfter(now)) throw new InvalidValue('test/time-in-the-future', { field });
      if (earlier !== undefined && time.isBefore(earlier)) {
        throw new InvalidValue('test/times-out-of-order', { field });
      }
      earlier = time;
    }
    return new SampleTimes(times);
  }

  equals(other: SampleTimes): boolean {
    return ORDER.every((field) => String(this[field]) === String(other[field]));
  }
}
