import type { DoubtIdentity } from '../domain/patient-management/case/case.commands.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

type Doubt = Readonly<{ caseId: string; reason: DoubtIdentity['reason']; commandId: string; by: string }>;

/** A fact of another aggregate puts a case's person in doubt. Quiet where the case is over: nothing reaches out any more. */
export const doubtOpenCase =
  ({ cases, clock }: Pick<Uses, 'cases' | 'clock'>) =>
  async ({ caseId, reason, commandId, by }: Doubt): Promise<void> => {
    const at = Instant.of(await clock.now());
    await change(cases, caseId, { commandId: `${commandId}:doubt` }, (aCase) => {
      if (!aCase.isClosed) aCase.execute({ type: 'DoubtIdentity', reason, by, at });
    });
  };
