import type { PlaceType } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { ruleForCase } from '../case-rules.ts';
import type { SubjectStep, Uses } from '../uses.ts';
import { putEssentialsToCheck } from './essentials-to-check.ts';
import { openSupplies } from './open-supplies.ts';

/** A facility and a hospital feed their people themselves. */
const SUPPLIED: readonly PlaceType[] = ['home', 'lodging', 'other'];

/**
 * Whenever an isolation starts: what its protocol gives to people at home is checked and, where missing, ordered; the check is on the list of staff. Where
 * the protocol gives nothing, or money instead, nothing is opened.
 */
export const openSuppliesWhenDue =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { state } = (await uses.isolations.load(step.id)).aggregate;
    if (state.stage !== 'active' || !SUPPLIED.includes(state.placeType)) return;
    const source = await sourceCase(uses, state);
    const given = source && (await ruleForCase(uses, 'supplies', source, step.at));
    if (given === undefined || given.rule.cashInsteadOfGoods || given.rule.items.length === 0) return;
    const { id } = await openSupplies(uses)({
      isolationId: step.id,
      needed: given.rule.items.map(({ code, quantity }) => ({ code, quantity })),
      budgetWon: given.rule.budgetWonPerPerson,
      commandId: `isolation:${step.id}:supplies`,
      by: 'process:isolation',
      at: step.at,
    });
    await putEssentialsToCheck(uses)({ id, at: step.at });
  };

/** The case whose disease decides: a quarantine is ordered because of somebody else's. */
async function sourceCase(uses: Uses, { caseId, contactId }: IsolationState): Promise<CaseState | undefined> {
  if (caseId !== undefined) return (await uses.cases.load(caseId)).aggregate.state;
  if (contactId === undefined) return undefined;
  const { sourceCaseId } = (await uses.contacts.load(contactId)).aggregate.state;
  return (await uses.cases.load(sourceCaseId)).aggregate.state;
}
