import { expect } from '@jest/globals';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';

type Root<Command> = Pick<AggregateRoot<unknown, never, DomainEvent>, 'news'> & {
  execute(command: Command): void;
};

/** Given earlier commands, when one command, then exactly these events, nothing, or that refusal. */
export function given<Command>(aggregate: Root<Command>, ...earlier: readonly Command[]) {
  for (const command of earlier) aggregate.execute(command);
  const before = aggregate.news.length;
  return {
    when: (command: Command) => {
      let refusal: unknown;
      try {
        aggregate.execute(command);
      } catch (error) {
        refusal = error;
      }
      const raised = aggregate.news.slice(before);
      return {
        thenRaises: (...expected: readonly object[]): void => {
          expect(refusal).toBeUndefined();
          expect(raised).toHaveLength(expected.length);
          expect(raised).toMatchObject(expected as object[]);
        },
        thenQuiet: (): void => {
          expect(refusal).toBeUndefined();
          expect(raised).toEqual([]);
        },
        thenRefused: (code: string): void => {
          expect(refusal).toBeInstanceOf(DomainError);
          expect((refusal as DomainError).code).toBe(code);
          expect(raised).toEqual([]);
        },
      };
    },
  };
}
