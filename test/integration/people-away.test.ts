import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pgBulk } from '../../activities/adapters/postgres/bulk.pg.ts';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import type { UpkeepUses } from '../../activities/upkeep-uses.ts';
import { handBackOfTheAway } from '../../activities/worklist/hand-back-of-the-away.ts';
import {
  endStaffAbsence,
  reportStaffAbsence,
  revokeAccess,
} from '../../activities/worklist/manage-access.ts';
import { claimTask } from '../../activities/worklist/hold-task.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import { aQuarantine, aTask, newId, now } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { queryPlan } from '../support/query-plan.ts';
import { testDatabase } from '../support/servers.ts';

const [HERE, ELSEWHERE] = ['11110', '26440'];
const database = forThisFile(testDatabase);
let uses: UpkeepUses;
/** What the heart of a round does: a test may stop it. */
let beat: () => void = () => undefined;
beforeAll(() => {
  const { pool } = database;
  uses = {
    ...pgRepositories(pool, announces, seals),
    ...pgBulk(pool, seals),
    lookups: pgLookups(pool, seals.phoneIndex),
    clock: { now: async () => now().toString() },
    newId,
    heart: { beat: () => beat() },
  } as unknown as UpkeepUses;
});

let kim = '';
beforeEach(() => {
  kim = `kim-${newId()}`;
});
const request = (by = 'boss') => ({ commandId: newId(), fingerprint: '', by });
const round = (hours = 0) => handBackOfTheAway(uses)({ at: now().plusHours(hours).toString() });
const absent = (from: number, until: number, who = kim) =>
  reportStaffAbsence(uses)({
    ...request(),
    staffId: who,
    from: now().plusHours(from).toString(),
    until: now().plusHours(until).toString(),
    reason: 'leave',
  });

const taken = async (by = kim): Promise<string> => {
  const task = aTask();
  await uses.tasks.save(task);
  await claimTask(uses)({ ...request(by), taskId: task.id });
  return task.id;
};
const stateOf = async (taskId: string) => (await uses.tasks.load(taskId)).aggregate.state;
const named = async (district: string, officer = kim) => {
  const one = aQuarantine({ district });
  one.execute({ type: 'AssignOfficer', officer: staffId(officer), by: 'boss', at: now() });
  await uses.isolations.save(one);
  return one.id;
};
const officerTasks = async () => {
  const { rows } = await database.pool.query<{ task: string }>(
    `select concat_ws(' ', state ->> 'district', state ->> 'reason', state ->> 'team', stage) as task
     from task where state ->> 'kind' = 'officer-absent' and state ->> 'reason' like $1 order by task, id`,
    [`%: ${kim}`],
  );
  return rows.map(({ task }) => task);
};

test('what somebody has taken is on the lists again once they are away, not before, and says why', async () => {
  const [task, other] = [await taken(), await taken('lee')];
  await absent(0.02, 0.05);
  const found = async (hours: number) =>
    (await uses.peopleAway.heldTasks(now().plusHours(hours).toString(), 99)).map(({ taskId }) => taskId);
  expect([await found(0.01), await found(0.03), await found(0.06)]).toEqual([[], [task], []]);
  await round();
  expect((await stateOf(task)).owner).toBe(kim);
  // The round's time decides, and the domain decides again.
  await round(0.04);
  expect(await stateOf(task)).toMatchObject({ stage: 'open', handedBackBecause: 'absence' });
  expect((await stateOf(task)).owner).toBeUndefined();
  expect((await stateOf(other)).owner).toBe('lee');

  const later = await taken();
  await round(0.06);
  expect((await stateOf(later)).owner).toBe(kim);
  await revokeAccess(uses)({ ...request(), staffId: kim, reason: 'left-office' });
  await round();
  expect(await stateOf(later)).toMatchObject({ handedBackBecause: 'access-revoked' });
});

test('a round that dies in the middle loses nothing: the next one does the rest, each task once', async () => {
  const tasks = [await taken(), await taken(), await taken()];
  await absent(-1, 8);
  let beats = 0;
  beat = () => {
    beats += 1;
    if (beats === 2) throw new Error('killed');
  };
  await expect(round()).rejects.toThrow('killed');
  beat = () => undefined;
  const owned = async () => (await Promise.all(tasks.map(stateOf))).filter(({ owner }) => owner === kim);
  expect(await owned()).toHaveLength(2);
  await Promise.all([round(), round()]);
  expect(await owned()).toEqual([]);
  const { rows } = await database.pool.query(
    `select count(*)::int as times from domain_event where aggregate_id = any ($1) and type = 'TaskHandedBack'`,
    [tasks],
  );
  expect(rows).toEqual([{ times: 3 }]);
});

test('whoever came back between the look and the step keeps theirs', async () => {
  const task = await taken();
  await absent(-1, 8);
  const peopleAway = {
    ...uses.peopleAway,
    heldTasks: async (at: string, limit: number) => {
      const held = await uses.peopleAway.heldTasks(at, limit);
      await endStaffAbsence(uses)({ ...request(), staffId: kim });
      return held;
    },
  };
  await handBackOfTheAway({ ...uses, peopleAway })({ at: now().toString() });
  expect((await stateOf(task)).owner).toBe(kim);
});

test('of a named officer who is away each district is told once, however many isolations, until they are back', async () => {
  await Promise.all([named(HERE), named(HERE), named(HERE), named(ELSEWHERE)]);
  await round();
  expect(await officerTasks()).toEqual([]);
  await absent(3, 8);
  await round();
  expect(await officerTasks()).toEqual([]);
  await absent(-1, 0.02);
  await round();
  await round();
  const told = (district: string, stage: string) =>
    `${district} absence: ${kim} isolation-management ${stage}`;
  expect(await officerTasks()).toEqual([told(HERE, 'open'), told(ELSEWHERE, 'open')]);
  await round(0.03);
  expect(await officerTasks()).toEqual([told(HERE, 'cancelled'), told(ELSEWHERE, 'cancelled')]);
});

test('the task about an officer goes once others are named, and is not asked twice of who has decided it', async () => {
  const [one, other] = [await named(HERE), await named(ELSEWHERE)];
  await absent(-1, 8);
  await round();
  const { aggregate } = await uses.isolations.load(one);
  aggregate.execute({ type: 'AssignOfficer', officer: staffId('lee'), by: 'boss', at: now() });
  await uses.isolations.save(aggregate);
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from task where state ->> 'reason' = $1 and state ->> 'district' = $2`,
    [`absence: ${kim}`, ELSEWHERE],
  );
  const task = (await uses.tasks.load(rows[0]?.id ?? '')).aggregate;
  task.execute({ type: 'DecideTask', decision: 'done', by: 'boss', at: now() });
  await uses.tasks.save(task);
  await round();
  await round();
  const told = (district: string, stage: string) =>
    `${district} absence: ${kim} isolation-management ${stage}`;
  expect(await officerTasks()).toEqual([told(HERE, 'cancelled'), told(ELSEWHERE, 'decided')]);
  expect((await uses.isolations.load(other)).aggregate.state.officer).toBe(kim);
  const untold = await uses.peopleAway.officersUntold(now().toString(), 99);
  expect(untold.filter(({ staffId: one }) => one === kim)).toEqual([]);

  // Somebody names them again: that is asked about again.
  await named(HERE);
  await round();
  expect(await officerTasks()).toEqual([
    told(HERE, 'cancelled'),
    told(HERE, 'open'),
    told(ELSEWHERE, 'decided'),
  ]);
});

test('the account of somebody who is away is found by its index', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    const asked = `select exists (select from staff_account where staff_id = 'kim' and stage = 'revoked')`;
    expect(await queryPlan(client, asked)).toContain('staff_account_by_name');
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('what they have taken is found by one index of owners', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select indexname as name from pg_indexes where tablename = 'task' and indexname like '%owner'`,
  );
  expect(rows).toEqual([{ name: 'task_of_owner' }]);
});
