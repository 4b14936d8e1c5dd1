import type { SuppliesState } from '../../domain/isolation-management/supplies/supplies.state.ts';
import type { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import type { SuppliesCancellation } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

/** What every step of the process of somebody's supplies says of itself. */
export const bySupplies = ({ id, at }: SubjectMoment) => ({ suppliesId: id, by: 'process:supplies', at });
/** For a command that is not known by an id: repeating it is quiet in the domain. */
export const asSupplies = (step: SubjectMoment, name: string) => ({
  ...bySupplies(step),
  commandId: `supplies:${step.id}:${name}:${step.at}`,
});

export const ownerOfSupplies = (id: string, { caseId }: SuppliesState): EffectOwner => ({
  kind: 'supplies',
  id,
  ...(caseId === undefined ? {} : { caseId }),
});

export const suppliesOf = async (
  { supplies }: Pick<Uses, 'supplies'>,
  id: string,
): Promise<IsolationSupplies> => (await supplies.load(id)).aggregate;

/** Why nothing more is to be sent: the isolation is over. Nothing while it runs. */
export async function endedBecause(
  { isolations }: Pick<Uses, 'isolations'>,
  { isolationId }: SuppliesState,
): Promise<SuppliesCancellation | undefined> {
  const { state } = (await isolations.load(isolationId)).aggregate;
  if (state.stage !== 'ended') return undefined;
  return state.endedBecause === 'deceased' ? 'deceased' : 'released';
}

/** @throws HeldForIdentity */
export async function holdSupplies({ cases }: Pick<Uses, 'cases'>, { caseId }: SuppliesState): Promise<void> {
  if (caseId !== undefined) holdWhileInDoubt((await cases.load(caseId)).aggregate.state, caseId);
}
