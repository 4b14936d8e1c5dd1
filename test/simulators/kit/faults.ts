export const FAULTS = [
  'delay',
  'fail',
  'fail-after-executing',
  'garbage',
  'duplicate-callback',
  'lose-callback',
  'reorder',
] as const;
export type FaultKind = (typeof FAULTS)[number];
export type Fault = { kind: FaultKind; times: number; milliseconds?: number; status?: number };

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

  take(kind: FaultKind): Fault | undefined {
    const fault = this.#queue.find((one) => one.kind === kind);
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#queue = this.#queue.filter((one) => one !== fault);
    return fault;
  }
}
