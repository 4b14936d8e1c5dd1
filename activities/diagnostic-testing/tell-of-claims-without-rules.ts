import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { NoProtocolInForce } from '../case-rules.ts';
import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { openTaskAbout } from '../open-task-about.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';
import { diseaseOf, supportRuleOf } from './claim-of-isolation.ts';

const REASON = 'protocol/no-living-support';

/**
 * A claim that no protocol governs on the day of its notice is judged by itself once one does. Until then a task at the
 * headquarters says so, once a claim.
 */
export const tellOfClaimsWithoutRules =
  (uses: UpkeepUses) =>
  async (round: Readonly<{ at: string }>): Promise<Readonly<{ told: number; cancelled: number }>> => {
    const { oversights, lookups, heart } = uses;
    let [told, cancelled] = [0, 0];
    for (const id of await oversights.claimsToJudge(PER_ROUND)) {
      heart.beat();
      const subject = { kind: 'living-support', id } as const;
      if ((await lookups.openTasksAbout(subject, ['process-parked'])).length > 0) continue;
      if (await isGoverned(uses, id)) continue;
      await openTaskAbout(uses)({
        kind: 'process-parked',
        subject,
        reason: REASON,
        district: HEADQUARTERS,
        commandId: `living-support:${id}:no-protocol`,
        by: 'process:upkeep',
        at: round.at,
      });
      told += 1;
    }
    for (const { taskId, claimId } of await oversights.claimTasksBecause(REASON, PER_ROUND)) {
      heart.beat();
      if (!(await isGoverned(uses, claimId))) continue;
      await cancelTask(uses, taskId, byUpkeep(round));
      cancelled += 1;
    }
    return { told, cancelled };
  };

/** One that is judged already needs no rules any more. */
async function isGoverned(uses: UpkeepUses, id: string): Promise<boolean> {
  const { state } = (await uses.livingSupports.load(id)).aggregate;
  if (state.stage !== 'applied') return true;
  const isolation = (await uses.isolations.load(state.isolationId)).aggregate.state;
  try {
    await supportRuleOf(uses, await diseaseOf(uses, isolation), state.dateOfIsolationNotice);
    return true;
  } catch (error) {
    if (error instanceof NoProtocolInForce) return false;
    throw error;
  }
}
