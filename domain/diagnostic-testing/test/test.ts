import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { TestId } from '../../shared-kernel/id.ts';
import * as result from './decisions/result.ts';
import * as specimen from './decisions/specimen.ts';
import type { TestCommand } from './test.commands.ts';
import type { TestEvent } from './test.events.ts';
import { evolveTest, type TestState } from './test.state.ts';

export type { TestCommand } from './test.commands.ts';
export type { TestEvent } from './test.events.ts';
export type { TestState } from './test.state.ts';

/** 검사: one test of one specimen; a rejected specimen is collected anew. */
export class Test extends AggregateRoot<TestState, TestCommand, TestEvent> {
  static unordered(id: TestId): Test {
    return new Test(id);
  }

  static from(id: TestId, stored: Stored<TestState>): Test {
    return new Test(id, stored);
  }

  /** @throws RuleBroken `test/not-found` before it was ordered */
  get state(): TestState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('test/not-found');
    return this.stateOrNothing;
  }

  execute(command: TestCommand): void {
    for (const event of this.decide(command)) this.raise(event);
  }

  protected evolve(state: TestState | undefined, event: TestEvent): TestState {
    return evolveTest(state, event);
  }

  private decide(command: TestCommand): TestEvent[] {
    switch (command.type) {
      case 'OrderTest':
        if (this.stateOrNothing !== undefined)
          throw new RuleBroken('test/already-ordered', { testId: this.id });
        return specimen.order(command);
      case 'CollectSpecimen':
        return specimen.collect(this.state, command);
      case 'ReceiveSpecimen':
        return specimen.receive(this.state, command);
      case 'RejectSpecimen':
        return specimen.reject(this.state, command);
      case 'RecordTestResult':
        return result.recordResult(this.state, command);
      case 'CorrectTestResult':
        return result.correctResult(this.state, command);
      case 'CancelTest':
        return specimen.cancel(this.state, command);
      default:
        return assertNever(command);
    }
  }
}
