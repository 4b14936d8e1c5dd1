import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { caseId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import type { CaseTestPurpose } from '../../domain/shared-kernel/test-result.ts';
import { caseRules } from '../case-rules.ts';
import { create } from '../change.ts';
import { effect } from '../effect.ts';
import { byProcess, ofCase } from '../step.ts';
import type { Step, Uses } from '../uses.ts';

export type OrderTestStep = Step &
  Readonly<{
    purpose: CaseTestPurpose;
    sequence: number;
    /** The result is overdue, and somebody has looked: the laboratory is asked whether it has the order at all. */
    overdue?: boolean;
  }>;

export type TestOrderStanding = Readonly<{ testId: string; resultBy: string; resulted: boolean }>;

/**
 * A test is ordered at the laboratory, exactly once by key. The result comes later, by itself; `resulted` when it is there.
 * One that was cancelled was not done: another is ordered in its place.
 */
export const orderTest =
  (uses: Uses) =>
  async (step: OrderTestStep): Promise<TestOrderStanding> => {
    const { cases, tests, effects, laboratory, newId } = uses;
    const { purpose, sequence } = step;
    const { state } = (await cases.load(step.caseId)).aggregate;
    const anOrder = (again: number): Test => {
      const test = Test.unordered(testId(newId()));
      const given = purpose === 'diagnostic' && sequence === 1 && again === 0 ? state.specimenId : undefined;
      test.execute({
        type: 'OrderTest',
        caseId: caseId(step.caseId),
        purpose,
        sequence,
        specimenId: specimenId(given ?? `${test.id.slice(-12)}-${purpose}-${sequence}`),
        ...byProcess(step),
      });
      return test;
    };
    const { id, key, order } = await standingOrder(tests, anOrder, step.commandId);
    const place = async () =>
      (
        await laboratory.order({
          key,
          testId: id,
          purpose,
          specimenId: order.specimenId,
          orderedAt: order.orderedAt,
        })
      ).laboratoryOrderId;
    await effect(effects, { name: 'test-order', key, owner: ofCase(step.caseId) }, place);
    if (step.overdue === true && (await laboratory.findOrderByKey(key)) === undefined) await place();
    const { check } = await caseRules(uses, state, step.at);
    const from = step.overdue === true ? step.at : order.orderedAt;
    const resultBy = Instant.of(from).plusHours(check.resultWithinHours).toString();
    const { result } = (await tests.load(id)).aggregate.state;
    return { testId: id, resultBy, resulted: result !== undefined };
  };

/** The test of that command, or of the first after it that nobody has cancelled. */
async function standingOrder(tests: Uses['tests'], anOrder: (again: number) => Test, commandId: string) {
  for (let again = 0; ; again += 1) {
    const key = again === 0 ? commandId : `${commandId}:again-${again}`;
    const { id } = await create(tests, anOrder(again), { commandId: key });
    const order = (await tests.load(id)).aggregate.state;
    if (order.stage !== 'cancelled') return { id, key, order };
  }
}
