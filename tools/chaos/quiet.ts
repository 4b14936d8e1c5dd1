import { clearFaults } from './simulators.ts';
import { disarm } from './faults/crash.ts';
import { allReady } from './faults/processes.ts';
import { until } from './patience.ts';
import type { World } from './world.ts';

/** No more faults, and everything that was killed stands again. */
export async function heal(world: World): Promise<void> {
  disarm(world);
  await Promise.all(world.simulators.map(clearFaults));
  if (!(await until(() => allReady(world), 90_000))) throw new Error('the stack did not come back');
}

/** Nothing is under way any more: what is not done by then will not be done. Answers whether it became quiet in time. */
export const quiet = (world: World, ids: readonly string[], withinMilliseconds: number): Promise<boolean> =>
  until(
    async () => {
      const [row] = await world.read<{ busy: number }>(
        `select (select count(*) from domain_event where dispatched_at is null)::int
           + (select count(*) from effect where status = 'intended' and case_id = any ($1))::int as busy`,
        [ids],
      );
      if (row?.busy !== 0) return false;
      const closed = await world.read<{ id: string }>(
        `select id from disease_case where id::text = any ($1)
           and stage in ('released', 'not-a-case', 'deceased', 'withdrawn')`,
        [ids],
      );
      const running = await world.engine(async (client) => {
        const statuses = await Promise.all(
          closed.map(
            async ({ id }) => (await client.workflow.getHandle(`case/${id}`).describe()).status.name,
          ),
        );
        return statuses.filter((status) => status === 'RUNNING').length;
      });
      return running === 0;
    },
    withinMilliseconds,
    300,
  );
