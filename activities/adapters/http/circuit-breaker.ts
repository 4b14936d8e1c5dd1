import { ExternalSystemUnavailable } from '../../ports/external-system.ts';

export type CircuitState = 'closed' | 'open' | 'half-open';

export type CircuitOptions = Readonly<{
  system: string;
  /** So many calls in a row without an answer open it. */
  opensAfter: number;
  /** So long nobody asks; then one call tries. */
  pauseMilliseconds: number;
  /** Milliseconds that only ever go forward. */
  now: () => number;
  onChange: (system: string, state: CircuitState) => void;
}>;

/**
 * Spares a system that does not answer, and those who wait for it: after some vain calls nobody asks for a while, then
 * one call tries whether it is back. A refusal is an answer.
 */
export class CircuitBreaker {
  readonly #options: CircuitOptions;
  #vain = 0;
  #opensAgainAt = 0;
  #state: CircuitState = 'closed';

  constructor(options: CircuitOptions) {
    this.#options = options;
  }

  get state(): CircuitState {
    return this.#state;
  }

  /** @throws ExternalSystemUnavailable `circuit-open` without a call, and whatever the call throws */
  async run<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    const isProbe = this.#admit();
    try {
      const answer = await call();
      this.#answered();
      return answer;
    } catch (error) {
      if (error instanceof ExternalSystemUnavailable) this.#unavailable(isProbe, error);
      else this.#answered();
      throw error;
    }
  }

  /** Whether this call is the one that tries. */
  #admit(): boolean {
    if (this.#state === 'closed') return false;
    const { system, pauseMilliseconds, now } = this.#options;
    const wait = this.#opensAgainAt - now();
    if (this.#state === 'half-open' || wait > 0) {
      throw new ExternalSystemUnavailable(system, 'circuit-open', wait > 0 ? wait : pauseMilliseconds);
    }
    this.#become('half-open');
    return true;
  }

  #answered(): void {
    this.#vain = 0;
    this.#become('closed');
  }

  #unavailable(wasProbe: boolean, { retryAfterMilliseconds = 0 }: ExternalSystemUnavailable): void {
    this.#vain += 1;
    // A call that began before it opened tells nothing new.
    if (this.#state !== 'closed' && !wasProbe) return;
    if (!wasProbe && this.#vain < this.#options.opensAfter) return;
    this.#opensAgainAt =
      this.#options.now() + Math.max(this.#options.pauseMilliseconds, retryAfterMilliseconds);
    this.#become('open');
  }

  #become(state: CircuitState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onChange(this.#options.system, state);
  }
}
