import type { ErrorCode } from './error-code.ts';

/** Ids, codes and numbers that explain a refusal. Never personal values: errors reach logs and Temporal. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal in the domain's words. The message is the code. */
export abstract class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** A value that cannot exist (an impossible date, an empty name). */
export class InvalidValue extends DomainError {}

/** A command that the aggregate's present state does not allow. */
export class RuleBroken extends DomainError {}

/** No aggregate with that id. */
export class NotFound extends DomainError {}

/** The aggregate changed since it was read: load it afresh and try again. */
export class StaleAggregate extends DomainError {
  constructor(params: ErrorParams = {}) {
    super('aggregate/stale', params);
  }
}

/** Closes a switch over a union: a forgotten member does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(
    `unexpected member: ${JSON.stringify((value as { type?: unknown })?.type ?? typeof value)}`,
  );
}
