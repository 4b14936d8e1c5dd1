import { DomainError } from '../shared-kernel/domain-error.ts';

/** One place of a document that is wrong: a JSON pointer, a code, and what was expected there. */
export type Fault = Readonly<{ pointer: string; code: string; detail: string }>;

/** A document that makes no sense, with every place that is wrong: a protocol, or a history to judge by one. */
export class InvalidProtocol extends DomainError {
  readonly faults: readonly Fault[];

  constructor(
    faults: readonly Fault[],
    code: 'protocol/invalid' | 'protocol/history-malformed' = 'protocol/invalid',
  ) {
    super(code, { faults: faults.length });
    this.faults = faults;
  }
}

export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
