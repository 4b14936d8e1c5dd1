import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** No thermal cycler runs longer: a physical bound, not a rule for what counts as positive. */
const MOST_CYCLES = 60;

/** Ct 값: after how many PCR cycles the specimen was seen; above 0. */
export class CycleThreshold {
  readonly cycles: number;

  private constructor(cycles: number) {
    this.cycles = cycles;
    Object.freeze(this);
  }

  /** @throws InvalidValue `cycle-threshold/impossible` */
  static of(cycles: number): CycleThreshold {
    if (!(cycles > 0 && cycles <= MOST_CYCLES)) throw new InvalidValue('cycle-threshold/impossible');
    return new CycleThreshold(cycles);
  }

  equals(other: CycleThreshold): boolean {
    return this.cycles === other.cycles;
  }
}
