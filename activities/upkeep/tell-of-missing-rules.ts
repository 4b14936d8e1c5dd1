import { CLOSED_STAGES } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRulesFrom, NoProtocolInForce } from '../case-rules.ts';
import { change } from '../change.ts';
import { openTask } from '../open-task.ts';
import type { EpisodeGroup } from '../ports/oversights.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

const REASON = 'protocol/none-in-force';

/**
 * A case without rules in force waits and tries again by itself, for as long as nobody publishes any: a task says so,
 * once a case, and goes when the rules are there.
 */
export const tellOfMissingRules =
  (uses: UpkeepUses) =>
  async ({ at }: Readonly<{ at: string }>): Promise<Readonly<{ told: number; cancelled: number }>> => {
    const { oversights, tasks, protocols, jurisdiction } = uses;
    const moment = Instant.of(at);
    const isGoverned = async (episode: EpisodeGroup): Promise<boolean> => {
      const versions = await protocols.versions(episode.disease, jurisdiction);
      try {
        caseRulesFrom(versions, uses, episode, moment);
        return true;
      } catch (error) {
        if (error instanceof NoProtocolInForce) return false;
        throw error;
      }
    };

    let [told, cancelled] = [0, 0];
    for (const group of await oversights.openEpisodes()) {
      uses.heart.beat();
      if (await isGoverned(group)) continue;
      for (const caseId of await oversights.openCasesWithoutTask(group, REASON, PER_ROUND)) {
        uses.heart.beat();
        const commandId = `case:${caseId}:no-protocol`;
        await openTask(uses)({ caseId, kind: 'process-parked', reason: REASON, commandId, at });
        told += 1;
      }
    }
    for (const { taskId, stage, episode } of await oversights.openTasksBecause(REASON, PER_ROUND)) {
      uses.heart.beat();
      if (!CLOSED_STAGES.includes(stage) && !(await isGoverned(episode))) continue;
      await change(tasks, taskId, {}, (task) =>
        task.execute({ type: 'CancelTask', by: 'process:upkeep', at: moment }),
      );
      cancelled += 1;
    }
    return { told, cancelled };
  };
