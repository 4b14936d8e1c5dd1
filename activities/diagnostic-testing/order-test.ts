import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import type { TestState } from '../../domain/diagnostic-testing/test/test.state.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { awaitsTest } from '../../domain/patient-management/case/decisions/release-check.ts';
import { caseId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import type { CaseTestPurpose } from '../../domain/shared-kernel/test-result.ts';
import { caseRules } from '../case-rules.ts';
import { create } from '../change.ts';
import { callOff, effect } from '../effect.ts';
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

/** The test is on record, and by when its result is due, whenever the laboratory hears of it. `resulted` when it is there. */
export const recordTestOrder =
  (uses: Uses) =>
  async (step: OrderTestStep): Promise<TestOrderStanding> => {
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    return standingOf(uses, step, state, await onRecord(uses, step, state));
  };

/**
 * A test is ordered at the laboratory, exactly once by key. The result comes later, by itself. One that was cancelled was not
 * done: another is ordered in its place. Each attempt looks whether the case still waits for it: a laboratory may be down for
 * days, and whoever has died, was withdrawn or freed meanwhile is not tested.
 */
export const orderTest =
  (uses: Uses) =>
  async (step: OrderTestStep): Promise<TestOrderStanding> => {
    const { effects, laboratory } = uses;
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    const test = await onRecord(uses, step, state);
    const { id, key, order } = test;
    const find = async () => (await laboratory.findOrderByKey(key))?.laboratoryOrderId;
    if (!awaitsTest(state, step)) {
      await callOff(effects, key, find);
      return standingOf(uses, step, state, test);
    }
    const { specimenId: specimen, orderedAt } = order;
    const place = async () =>
      (
        await laboratory.order({
          key,
          testId: id,
          purpose: step.purpose,
          specimenId: specimen,
          orderedAt,
        })
      ).laboratoryOrderId;
    await effect(effects, { name: 'test-order', key, owner: ofCase(step.caseId) }, place);
    if (step.overdue === true && (await find()) === undefined) await place();
    return standingOf(uses, step, state, test);
  };

type OnRecord = Readonly<{ id: string; key: string; order: TestState }>;

async function standingOf(
  uses: Uses,
  step: OrderTestStep,
  state: CaseState,
  { id, order }: OnRecord,
): Promise<TestOrderStanding> {
  const { check } = await caseRules(uses, state, step.at);
  const from = step.overdue === true ? step.at : order.orderedAt;
  const resultBy = Instant.of(from).plusHours(check.resultWithinHours).toString();
  const { result } = (await uses.tests.load(id)).aggregate.state;
  return { testId: id, resultBy, resulted: result !== undefined };
}

/** The test of that step, or the first after it that nobody has cancelled. */
async function onRecord(
  { tests, newId }: Uses,
  step: OrderTestStep,
  { specimenId: first }: CaseState,
): Promise<OnRecord> {
  const { purpose, sequence, commandId } = step;
  for (let again = 0; ; again += 1) {
    const test = Test.unordered(testId(newId()));
    const given = purpose === 'diagnostic' && sequence === 1 && again === 0 ? first : undefined;
    test.execute({
      type: 'OrderTest',
      caseId: caseId(step.caseId),
      purpose,
      sequence,
      specimenId: specimenId(given ?? `${test.id.slice(-12)}-${purpose}-${sequence}`),
      ...byProcess(step),
    });
    const key = again === 0 ? commandId : `${commandId}:again-${again}`;
    const { id } = await create(tests, test, { commandId: key });
    const order = (await tests.load(id)).aggregate.state;
    if (order.stage !== 'cancelled') return { id, key, order };
  }
}
