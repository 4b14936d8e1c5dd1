import type { TestType } from '../../domain/diagnostic-testing/test/test-type.ts';
import type { QuarantineTestInput } from '../diagnostic-testing/order-quarantine-test.ts';
import { callOff, effect } from '../effect.ts';
import type { Receipt } from '../ports/repository.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byContactProcess, ownerOf } from './contact-step.ts';

export type TestContactStep = SubjectMoment & Readonly<{ sequence: number; testType: TestType }>;

/** `ordered`: not where the contact is not watched any more. */
export type ContactTestOrder = Readonly<{ ordered: boolean }>;

/** A contact's test on its day, ordered at the laboratory exactly once by key. The result comes later, by itself. */
export const testContact =
  (uses: Uses, orderQuarantineTest: (order: QuarantineTestInput) => Promise<Receipt>) =>
  async ({ id: contactId, sequence, testType, at }: TestContactStep): Promise<ContactTestOrder> => {
    const { state } = (await uses.contacts.load(contactId)).aggregate;
    const key = `contact:${contactId}:quarantine-test:${sequence}`;
    if (state.stage !== 'follow-up') {
      await callOff(
        uses.effects,
        key,
        async () => (await uses.laboratory.findOrderByKey(key))?.laboratoryOrderId,
      );
      return { ordered: false };
    }
    const { by } = byContactProcess({ at });
    const order = { commandId: key, by, at, contactId, sequence, testType };
    const { id } = await orderQuarantineTest(order);
    const ordered = (await uses.tests.load(id)).aggregate.state;
    await effect(
      uses.effects,
      { name: 'quarantine-test-order', key, owner: ownerOf(contactId, state) },
      async () => {
        const answer = await uses.laboratory.order({
          key,
          testId: id,
          purpose: 'quarantine',
          specimenId: ordered.specimenId,
          orderedAt: ordered.orderedAt,
        });
        return answer.laboratoryOrderId;
      },
    );
    return { ordered: true };
  };
