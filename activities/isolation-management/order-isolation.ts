import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import { create } from '../change.ts';
import { byProcess } from '../step.ts';
import type { Step, Uses } from '../uses.ts';
import { orderTerms, type OrderTerms } from './order-terms.ts';

/** Without terms: from the day of the order, until the release criteria end it. */
export type OrderIsolationStep = Step & OrderTerms;

/** Whenever infection is confirmed: isolation is ordered, once per case. */
export const orderIsolation =
  ({ cases, isolations, lookups, newId }: Uses) =>
  async (step: OrderIsolationStep): Promise<void> => {
    if ((await lookups.isolationOfCase(step.caseId)) !== undefined) return;
    const { state } = (await cases.load(step.caseId)).aggregate;
    const by = byProcess(step);
    const isolation = Isolation.unordered(isolationId(newId()));
    isolation.execute({
      type: 'OrderIsolation',
      caseId: caseId(step.caseId),
      personId: personId(state.personId),
      district: District.recorded(state.district),
      ...orderTerms(step, by),
      ...by,
    });
    await create(isolations, isolation, { commandId: step.commandId });
  };
