import { InvalidValue } from '../../shared-kernel/domain-error.ts';

export type StatedFact = boolean | number;

/** 심사에 필요한 사실: answers to what the protocol asks about a claim, by the names of its facts. */
export class StatedFacts {
  readonly answers: Readonly<Record<string, StatedFact>>;

  private constructor(answers: Readonly<Record<string, StatedFact>>) {
    this.answers = answers;
    Object.freeze(this);
  }

  /** @throws InvalidValue `stated-facts/malformed` */
  static of(answers: Readonly<Record<string, StatedFact>>): StatedFacts {
    const entries = Object.entries(answers);
    const fits = entries.every(
      ([name, answer]) =>
        /^[a-zA-Z][A-Za-z0-9]{0,63}$/.test(name) && (typeof answer === 'boolean' || Number.isFinite(answer)),
    );
    if (!fits || entries.length > 50) throw new InvalidValue('stated-facts/malformed');
    return new StatedFacts(Object.freeze({ ...answers }));
  }

  get isEmpty(): boolean {
    return Object.keys(this.answers).length === 0;
  }

  equals(other: StatedFacts): boolean {
    const text = ({ answers }: StatedFacts) =>
      JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
    return text(this) === text(other);
  }
}
