import { AggregateRoot, type By, type DomainEvent, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { CaseId, TestId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { SpecimenId } from '../../shared-kernel/specimen-id.ts';
import type { TestPurpose, TestResult } from '../../shared-kernel/test-result.ts';

/** `sequence` numbers the tests of one case and purpose from 1. */
export type OrderTest = By &
  Readonly<{
    type: 'OrderTest';
    caseId: CaseId;
    purpose: TestPurpose;
    sequence: number;
    specimenId: SpecimenId;
  }>;
/** A laboratory or a tester tells a result. The case and the specimen, where told, must be the order's. */
export type RecordTestResult = By &
  Readonly<{
    type: 'RecordTestResult';
    result: TestResult;
    caseId?: CaseId;
    specimenId?: SpecimenId;
    specimenCollectedAt?: Instant;
  }>;
export type TestCommand = OrderTest | RecordTestResult;

type Fact<Type extends string, Payload> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string } & Payload>;
export type TestOrdered = Fact<'TestOrdered', { purpose: TestPurpose; sequence: number; specimenId: string }>;
/** PCR 검사로 확진 여부 파악됨: the result of a diagnostic test. */
export type InfectionStatusEstablished = Fact<
  'InfectionStatusEstablished',
  { result: TestResult; sequence: number; specimenCollectedAt?: string }
>;
/** The result of a release test: it feeds the release rule only. */
export type ReleaseTestResulted = Fact<
  'ReleaseTestResulted',
  { result: TestResult; sequence: number; specimenCollectedAt?: string }
>;
export type TestEvent = TestOrdered | InfectionStatusEstablished | ReleaseTestResulted;

export type TestState = Readonly<{
  stage: 'ordered' | 'resulted';
  caseId: string;
  purpose: TestPurpose;
  sequence: number;
  specimenId: string;
  orderedAt: string;
  result?: TestResult;
  resultedAt?: string;
}>;

/** 검사: one test of one specimen. */
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
    switch (command.type) {
      case 'OrderTest':
        return this.order(command);
      case 'RecordTestResult':
        return this.recordResult(command);
      default:
        return assertNever(command);
    }
  }

  private order(command: OrderTest): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('test/already-ordered', { testId: this.id });
    const { at, by, caseId, purpose, sequence, specimenId } = command;
    this.raise({ type: 'TestOrdered', v: 1, at: at.toString(), by, caseId, purpose, sequence, specimenId });
  }

  /** The same result again is quiet; another one is refused. */
  private recordResult(command: RecordTestResult): void {
    const { caseId, purpose, sequence, specimenId, result } = this.state;
    if (command.caseId !== undefined && command.caseId !== caseId) {
      throw new RuleBroken('test/belongs-to-another-case', { testId: this.id });
    }
    if (command.specimenId !== undefined && command.specimenId !== specimenId) {
      throw new RuleBroken('test/specimen-differs', { testId: this.id });
    }
    if (result === command.result) return;
    if (result !== undefined) throw new RuleBroken('test/result-contradicts-earlier', { testId: this.id });
    this.raise({
      type: purpose === 'diagnostic' ? 'InfectionStatusEstablished' : 'ReleaseTestResulted',
      v: 1,
      at: command.at.toString(),
      by: command.by,
      caseId,
      result: command.result,
      sequence,
      ...(command.specimenCollectedAt === undefined
        ? {}
        : { specimenCollectedAt: command.specimenCollectedAt.toString() }),
    });
  }

  protected evolve(state: TestState | undefined, event: TestEvent): TestState {
    if (event.type === 'TestOrdered') {
      const { caseId, purpose, sequence, specimenId, at } = event;
      return { stage: 'ordered', caseId, purpose, sequence, specimenId, orderedAt: at };
    }
    if (state === undefined) throw new TypeError(`${event.type} before TestOrdered`);
    return { ...state, stage: 'resulted', result: event.result, resultedAt: event.at };
  }
}
