import type { OwnIllness } from '../domain/isolation-management/isolation/isolation.commands.ts';
import type { IsolationState } from '../domain/isolation-management/isolation/isolation.state.ts';
import { CLOSED_STAGES } from '../domain/patient-management/case/case.state.ts';
import type { Uses } from './uses.ts';

export type IllnessUses = Pick<Uses, 'contacts' | 'cases'> &
  Readonly<{ lookups: Pick<Uses['lookups'], 'hasDied' | 'episodesOf' | 'isolationOfCase'> }>;

/**
 * Whether somebody in quarantine may be ill with what they were exposed to: an open case of their own, under whatever record
 * and however it was opened, or symptoms of which no case has come yet.
 */
export async function ownIllnessOf(
  { contacts, cases, lookups }: IllnessUses,
  { personId, exposures }: Pick<IsolationState, 'personId' | 'exposures'>,
): Promise<OwnIllness | undefined> {
  if (await lookups.hasDied(personId)) return 'deceased';
  const sources = new Map<string, Set<string>>();
  let mayBeIll = false;
  for (const id of new Set(exposures.map(({ contactId }) => contactId))) {
    const { stage, health, sourceCaseId } = (await contacts.load(id)).aggregate.state;
    const { disease } = (await cases.load(sourceCaseId)).aggregate.state;
    sources.set(disease, (sources.get(disease) ?? new Set()).add(sourceCaseId));
    mayBeIll ||= stage === 'follow-up' && health?.symptomatic === true;
  }
  for (const [disease, ofOthers] of sources) {
    for (const { caseId, stage } of await lookups.episodesOf(personId, disease)) {
      if (CLOSED_STAGES.includes(stage) || ofOthers.has(caseId)) continue;
      if ((await lookups.isolationOfCase(caseId)) !== undefined) return 'isolated';
      mayBeIll = true;
    }
  }
  return mayBeIll ? 'pending' : undefined;
}
