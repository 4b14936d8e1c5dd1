import { expect } from '@jest/globals';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';

type Aggregate<Command> = Readonly<{
  version: number;
  news: readonly unknown[];
  state: unknown;
  execute: (command: Command) => void;
}>;

/** What the domain refuses a command with, which has changed nothing then. Anything else that is thrown is a defect. */
export function refusal<Command>(one: Aggregate<Command>, command: Command): DomainError | undefined {
  const { version, news } = one;
  const before = { version, count: news.length, state: version > 0 ? one.state : undefined };
  try {
    one.execute(command);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(one.version).toBe(before.version);
    expect(one.news.length).toBe(before.count);
    if (before.version > 0) expect(one.state).toBe(before.state);
    return error;
  }
}
