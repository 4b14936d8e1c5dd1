/** A partner could not be reached or did not make sense: trying again may help. Never holds what was sent or answered. */
export class ExternalSystemUnavailable extends Error {
  readonly system: string;
  readonly code: string;
  readonly retryAfterMilliseconds: number | undefined;

  constructor(system: string, code: string, retryAfterMilliseconds?: number) {
    super(`${system} unavailable: ${code}`);
    this.name = 'ExternalSystemUnavailable';
    this.system = system;
    this.code = code;
    this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** Nothing was sent, or it was turned away unread: it cannot take effect later. Of every other failure that is not known. */
export const wasNeverTaken = (error: unknown): boolean =>
  error instanceof ExternalSystemUnavailable && ['circuit-open', 'http-429'].includes(error.code);

/** What a partner said cannot be understood, or it does not know of what it has said to have done. */
export type Nonsense = 'garbage' | 'result-unknown';

/** A partner refused for good: a person has to mend the cause. */
export class ExternalSystemRefused extends Error {
  readonly system: string;
  readonly code: string;

  constructor(system: string, code: string) {
    super(`${system} refused: ${code}`);
    this.name = 'ExternalSystemRefused';
    this.system = system;
    this.code = code;
  }
}
