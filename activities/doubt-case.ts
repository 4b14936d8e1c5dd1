import type { DoubtIdentity } from '../domain/patient-management/case/case.commands.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

type Doubt = Readonly<{ caseId: string; reason: DoubtIdentity['reason']; commandId: string; by: string }>;

/**
 * A fact of another aggregate puts a case's person in doubt, after the release too. Quiet of one that was ruled out, was
 * withdrawn or has died: nothing reaches out by itself any more.
 */
export const doubtCase =
  ({ cases, clock }: Pick<Uses, 'cases' | 'clock'>) =>
  async ({ caseId, reason, commandId, by }: Doubt): Promise<void> => {
    const at = Instant.of(await clock.now());
    await change(cases, caseId, { commandId: `${commandId}:doubt` }, (aCase) => {
      if (aCase.isUnsettled) aCase.execute({ type: 'DoubtIdentity', reason, by, at });
    });
  };
