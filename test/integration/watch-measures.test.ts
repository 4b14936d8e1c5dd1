import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { drillProtocol } from '../support/drill.ts';
import { roundWorld, type RoundWorld } from '../support/round-world.ts';

const drill = drillProtocol();
const endOf = (endDay: number) => ({
  tracks: [
    {
      id: 'days',
      kind: 'time',
      minimum: [{ anchor: 'lastContact', anchorDayIs: 0, endDay, endTime: '24:00' }],
    },
  ],
});
const quarantine = {
  appliesTo: 'openEpisodes',
  binding: 'duty',
  measures: [
    { id: 'quarantine', measure: 'quarantine', end: endOf(14) },
    { id: 'activeSurveillance', measure: 'activeSurveillance', end: endOf(14) },
    { id: 'passiveSurveillance', measure: 'passiveSurveillance', end: endOf(14), contactAttempts: 5 },
  ],
};
const documentWith = (...tiers: readonly object[]) => ({
  ...drill,
  facts: { phone: { type: 'code', values: ['android'] } },
  rules: { ...(drill.rules as object), quarantine, monitoring: { appliesTo: 'openEpisodes', tiers } },
});
const worlds: RoundWorld[] = [];
const worldOf = async (...tiers: readonly object[]): Promise<RoundWorld> => {
  const one = await roundWorld(documentWith(...tiers));
  worlds.push(one);
  return one;
};
afterAll(async () => {
  for (const one of worlds) await one.close();
});

const officer = {
  id: 'officer',
  of: 'contact',
  under: ['activeSurveillance'],
  checksPerDay: 2,
  channel: 'telephone',
};
const app = { id: 'app', of: 'contact', checksPerDay: 2, channel: 'app' };
const written = async (world: RoundWorld, day: string) => {
  const round = await world.round(day);
  await round.write();
  return round;
};
const kindsOf = async (world: RoundWorld, contactId: string) => {
  const { rows } = await world.pool.query<{ task: string }>(
    `select concat_ws(' | ', state ->> 'kind', state ->> 'team', state ->> 'reason', stage) as task from task where subject_id = $1 order by id`,
    [contactId],
  );
  return rows.map(({ task }) => task);
};

describe('contacts are asked by the tier of their measure', () => {
  let world: RoundWorld;
  beforeAll(async () => {
    world = await worldOf(officer, app);
  });
  test('in quarantine and actively watched each by their own; who watches themself is left alone', async () => {
    const { id: source } = await world.patient();
    const [home, active, passive, unplanned] = [
      await world.contact(source, { kind: 'quarantine', days: 14 }),
      await world.contact(source, { kind: 'activeSurveillance', days: 14 }),
      await world.contact(source, { kind: 'passiveSurveillance', days: 14 }),
      await world.contact(source),
    ];
    await written(world, '2026-03-01');
    const { rows } = await world.pool.query(
      'select subject_id as id, tier, channel from follow_up order by subject_id',
    );
    expect(rows).toEqual([
      { id: home.id, tier: 'app', channel: 'app' },
      { id: active.id, tier: 'officer', channel: 'telephone' },
      { id: unplanned.id, tier: 'app', channel: 'app' },
    ]);
    expect(await kindsOf(world, passive.id)).toEqual([]);
  });
});

test('passive surveillance is asked where its protocol says so: so often within its period, evenly spread', async () => {
  const world = await worldOf({ ...app, id: 'casual', under: ['passiveSurveillance'] });
  const contact = await world.contact((await world.patient()).id, { kind: 'passiveSurveillance', days: 14 });
  const last = Instant.of(world.later()).plusHours(-72).dateInSeoul();
  const dayAfter = (days: number): string => last.plusDays(days).toString();
  for (let day = 0; day <= 14; day += 1) await written(world, dayAfter(day));
  const { rows } = await world.pool.query<{ day: string }>(
    'select day::text from follow_up where subject_id = $1 order by day',
    [contact.id],
  );
  expect(rows.map(({ day }) => day)).toEqual([3, 6, 9, 12, 14].map(dayAfter));
});

test('a tier that needs a fact about each contact is a task for the investigators, once', async () => {
  const world = await worldOf({ ...app, appliesIf: { fact: 'phone', is: 'android' } });
  const { id: source } = await world.patient();
  const [contact, passive] = [
    await world.contact(source, { kind: 'quarantine', days: 14 }),
    await world.contact(source, { kind: 'passiveSurveillance', days: 14 }),
  ];
  const task = (stage: string) =>
    `watch-undecided | epidemiological-investigation | facts-missing: phone | ${stage}`;
  const first = await written(world, '2026-03-01');
  expect(await world.followUps(contact.id)).toEqual([]);
  expect(await kindsOf(world, contact.id)).toEqual([task('open')]);
  expect(await kindsOf(world, passive.id)).toEqual([]);
  await world.pool.query(`delete from bulk_progress where run_id = $1`, [first.runId]);
  await first.write();
  await written(world, '2026-03-02');
  const { rows } = await world.pool.query<{ id: string }>(
    `select id from task where state ->> 'kind' = 'watch-undecided'`,
  );
  expect(rows).toHaveLength(1);
  await world.ask.decideTask({ ...world.request(), taskId: rows[0]?.id ?? '', decision: 'done' });
  await written(world, '2026-03-03');
  expect(await kindsOf(world, contact.id)).toEqual([task('decided')]);
});
