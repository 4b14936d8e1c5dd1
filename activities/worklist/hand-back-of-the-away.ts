import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { change } from '../change.ts';
import { openTaskAbout } from '../open-task-about.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';
import { idOfAccount, whyAway, type AccountUses } from './account-records.ts';

/** One task after the other: whatever a crash leaves is found by the next round. */
const TASKS_PER_ROUND = 1_000;

type Away = AccountUses & Pick<UpkeepUses, 'tasks' | 'peopleAway' | 'heart' | 'newId'>;
type Round = Readonly<{ at: string }>;

/**
 * Whenever somebody is away or may do nothing any more: what they had taken is on the lists again, and whoever leads the
 * district is told once, not by isolation, that their isolations have no officer.
 */
export const handBackOfTheAway =
  (uses: Away) =>
  async (round: Round): Promise<Readonly<{ handedBack: number }>> => {
    const held = await uses.peopleAway.heldTasks(round.at, TASKS_PER_ROUND);
    for (const { taskId, staffId: owner } of held) {
      uses.heart.beat();
      await handBack(uses, taskId, owner, round);
    }
    await tellOfOfficers(uses, round);
    return { handedBack: held.length };
  };

async function handBack(uses: Away, taskId: string, owner: string, round: Round): Promise<void> {
  const by = byUpkeep(round);
  await change(uses.tasks, taskId, {}, async (task) => {
    const because = await whyAway(uses, owner, by.at);
    if (because === undefined || task.state.stage !== 'open') return; // back, or done, since the round began
    task.execute({ type: 'HandBackTask', away: { owner: staffId(owner), because }, ...by });
  });
}

async function tellOfOfficers(uses: Away, round: Round): Promise<void> {
  const by = byUpkeep(round);
  for (const { staffId: officer, district, because, since } of await uses.peopleAway.officersUntold(
    round.at,
    PER_ROUND,
  )) {
    uses.heart.beat();
    const id = idOfAccount(uses, officer);
    await openTaskAbout({ tasks: uses.tasks, newId: uses.newId })({
      kind: 'officer-absent',
      subject: { kind: 'staff-account', id },
      district,
      reason: `${because}: ${officer}`,
      commandId: `staff-account:${id}:${district}:away:${since}`,
      by: by.by,
      at: round.at,
    });
  }
  for (const id of await uses.peopleAway.officerTasksNotNeeded(round.at, PER_ROUND)) {
    uses.heart.beat();
    await cancelTask(uses, id, by);
  }
}
