import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { LivingSupportState } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import type { Uses } from '../uses.ts';

/** Why a claim cannot be paid to its person without somebody looking: they have died, or are known under another record. */
export type RecipientGone = 'deceased' | 'merged';

export async function recipientGone(
  { people, lookups }: Pick<Uses, 'people' | 'lookups'>,
  { personId }: LivingSupportState,
  { endedBecause }: Pick<IsolationState, 'endedBecause'>,
): Promise<RecipientGone | undefined> {
  if (endedBecause === 'deceased' || (await lookups.hasDied(personId))) return 'deceased';
  return (await people.load(personId)).aggregate.state.stage === 'merged' ? 'merged' : undefined;
}

/** The officer who decided on the claim last, before it is paid, was told of it. */
export async function officerKnows(
  { lookups, tasks }: Pick<Uses, 'lookups' | 'tasks'>,
  id: string,
  gone: RecipientGone,
): Promise<boolean> {
  for (const kind of ['living-support-approval', 'payment-failed'] as const) {
    const taskId = await lookups.lastTaskAbout({ kind: 'living-support', id }, kind);
    if (taskId === undefined) continue;
    const { reason, stage } = (await tasks.load(taskId)).aggregate.state;
    if (stage === 'decided' && reason === reasonOf(gone)) return true;
  }
  return false;
}

export const reasonOf = (gone: RecipientGone): string => `recipient-${gone}`;
