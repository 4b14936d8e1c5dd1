import { beforeAll, describe, expect, test } from '@jest/globals';
import { keyOfRound } from '../../activities/bulk-work/monitoring-round.ts';
import { seedUnderWatch } from '../../tools/bench/under-watch.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { DRILL, DRILL_TIER, drillProtocol } from '../support/drill.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { seals } from '../support/personal-keys.ts';

const [CASES, CONTACTS] = [130, 90];
const world = forThisFile(bulkWorld);
beforeAll(async () => {
  const { protocol = '' } = await world.ask.publishProtocol({
    commandId: 'publish',
    fingerprint: '',
    by: 'officer',
    document: drillProtocol(),
  });
  await seedUnderWatch(world.pool, {
    cases: CASES,
    contacts: CONTACTS,
    disease: DRILL,
    version: String(protocol),
    tier: DRILL_TIER,
    at: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    sealed: (id, number) =>
      seals.seal(id, {
        name: '카나리아홍',
        phone: `+8210731${String(40_000 + number).padStart(5, '0')}`,
        birthDate: '1980-02-29',
        sex: 'female',
      }).sealed,
  });
});

const round = async (slot: string) => {
  const day = '2026-03-01';
  const key = keyOfRound('kr', { day, slot });
  const asked = { kind: 'monitoring-round', key, about: { day, slot }, by: 'officer' } as const;
  const { id } = await world.ask.requestRun({ ...asked, at: new Date().toISOString() });
  return { day, slot, id, workflowId: `monitoring-round/${key}` };
};
const rowsOf = async ({ day, slot, id }: Readonly<{ day: string; slot: string; id: string }>) => {
  const { rows } = await world.pool.query<{
    followUps: number;
    messages: number;
    sent: number;
    effects: number;
    orphans: number;
  }>(
    `select (select count(*)::int from follow_up where day = $1 and slot = $2) as "followUps",
       (select count(*)::int from outgoing_message where run_id = $3) as messages,
       (select count(*)::int from outgoing_message where run_id = $3 and state = 'sent') as sent,
       (select count(*)::int from effect where status = 'done' and key like '%' || $1 || 'T' || $2) as effects,
       (select count(*)::int from follow_up f where day = $1 and slot = $2 and not exists
          (select from outgoing_message m where m.run_id = $3 and m.person_id = f.person_id)) as orphans`,
    [day, slot, id],
  );
  return rows[0];
};
const all = CASES + CONTACTS;
const complete = { followUps: all, messages: all, sent: all, effects: all, orphans: 0 };

describe('a monitoring round', () => {
  test('asks everybody under watch once, whatever kills the worker in between', async () => {
    const one = await round('09:00');
    for (const [point, passes] of [
      ['batch/before-commit', 3],
      ['batch/after-commit', 2],
      ['effect/after-call', 57],
    ] as const) {
      world.arm(point, passes);
      await world.work();
      await world.killed(point);
    }
    await world.work();
    await world.ended(one.workflowId);
    expect(await rowsOf(one)).toEqual(complete);
    const sent = (await world.gateway.ledger()).filter(({ key }) => key.endsWith('T09:00'));
    expect(sent).toHaveLength(all);
    expect(sent.filter(({ executed }) => executed !== 1)).toEqual([]);
    await keepBulkHistory(world.client, one.workflowId, 'monitoring-round-killed');
  }, 180_000);

  test('that is paused asks nobody until it may go on; a second request for it is the same run', async () => {
    const one = await round('15:00');
    expect((await round('15:00')).id).toBe(one.id);
    const hold = { fingerprint: '', by: 'officer', runId: one.id };
    await world.ask.pauseRun({ ...hold, commandId: 'pause' });
    await world.work();
    await world.paused(one.workflowId);
    expect(await rowsOf(one)).toMatchObject({ followUps: 0, messages: 0 });
    await world.ask.resumeRun({ ...hold, commandId: 'resume' });
    await world.ended(one.workflowId);
    expect(await rowsOf(one)).toEqual(complete);
    const { rows } = await world.pool.query<{ state: object }>('select state from bulk_run where id = $1', [
      one.id,
    ]);
    expect(rows[0]?.state).toMatchObject({
      stage: 'finished',
      counts: { asked: all, owed: all, missed: all },
    });
    await keepBulkHistory(world.client, one.workflowId, 'monitoring-round-paused');
  });
});
