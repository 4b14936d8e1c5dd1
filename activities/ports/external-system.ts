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
