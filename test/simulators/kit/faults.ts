export const FAULTS = [
  'delay',
  'fail',
  'fail-after-executing',
  'garbage',
  'slow-drip',
  'reset',
  'duplicate-callback',
  'lose-callback',
  'reorder',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** `key`: only where the effect's key holds this text. `shape`: only where this regular expression describes it. */
export type Fault = {
  kind: FaultKind;
  times: number;
  key?: string;
  shape?: string;
  /** What its asker calls it, to find it in the list of those that are left. */
  id?: string;
  /** Of a delay; of slow-drip between two bytes. */
  milliseconds?: number;
  /** Of a failure: 503 unless told, 429 among others. */
  status?: number;
  /** Of a failure: the Retry-After header. */
  retryAfterSeconds?: number;
  /** Of garbage: how much of it. */
  bytes?: number;
};

/** Faults that were asked for, used up in order. */
export class Faults {
  #queue: Fault[] = [];

  add(fault: Fault): void {
    this.#queue.push({ ...fault });
  }

  clear(): void {
    this.#queue = [];
  }

  list(): readonly Fault[] {
    return this.#queue;
  }

  take(kind: FaultKind, key: string): Fault | undefined {
    const fault = this.#queue.find(
      (one) => one.kind === kind && key.includes(one.key ?? '') && new RegExp(one.shape ?? '').test(key),
    );
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#queue = this.#queue.filter((one) => one !== fault);
    return fault;
  }
}
