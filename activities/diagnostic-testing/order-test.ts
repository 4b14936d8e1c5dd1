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

export type OrderTestStep = Step & Readonly<{ purpose: CaseTestPurpose; sequence: number }>;

export type TestOrderStanding = Readonly<{ testId: string; resultBy: string; resulted: boolean }>;

/** A test is ordered at the laboratory, exactly once by key. The result comes later, by itself; `resulted` when it is there. */
export const orderTest =
  (uses: Uses) =>
  async (step: OrderTestStep): Promise<TestOrderStanding> => {
    const { cases, tests, effects, laboratory, newId } = uses;
    const { purpose, sequence } = step;
    const { state } = (await cases.load(step.caseId)).aggregate;
    const ordered = Test.unordered(testId(newId()));
    const specimen = purpose === 'diagnostic' && sequence === 1 ? state.specimenId : undefined;
    ordered.execute({
      type: 'OrderTest',
      caseId: caseId(step.caseId),
      purpose,
      sequence,
      specimenId: specimenId(specimen ?? `${ordered.id.slice(-12)}-${purpose}-${sequence}`),
      ...byProcess(step),
    });
    const { id } = await create(tests, ordered, { commandId: step.commandId });
    const order = (await tests.load(id)).aggregate.state;
    await effect(
      effects,
      { name: 'test-order', key: step.commandId, owner: ofCase(step.caseId) },
      async () => {
        const answer = await laboratory.order({
          key: step.commandId,
          testId: id,
          purpose,
          specimenId: order.specimenId,
          orderedAt: order.orderedAt,
        });
        return answer.laboratoryOrderId;
      },
    );
    const { check } = await caseRules(uses, state, step.at);
    const resultBy = Instant.of(order.orderedAt).plusHours(check.resultWithinHours).toString();
    const { result } = (await tests.load(id)).aggregate.state;
    return { testId: id, resultBy, resulted: result !== undefined };
  };
