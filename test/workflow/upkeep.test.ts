import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { keepSchedules } from '../../activities/adapters/temporal/schedules.ts';
import { openTaskAbout } from '../../activities/open-task-about.ts';
import { caseId as caseIdOf } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { aTest } from '../support/aggregate-makers.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { upkeepStory } from '../support/upkeep-story.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { collected, corrected, resulted } from '../support/test-fixtures.ts';

const world = forThisFile(bulkWorld);
const { opened, upkept } = upkeepStory(world);
beforeAll(() => world.work());

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

/** An effect about somebody, that stands as it was left so long ago. */
const left = async (key: string, status: 'intended' | 'done', hours: number): Promise<void> => {
  await world.pool.query(
    `insert into effect (key, name, system, owner_kind, owner_id, case_id, status, reference, intended_at, settled_at)
     values ($1, 'not-a-case-notice', 'sms', 'case', $2, $2, $3, 'earlier', $4, $4)`,
    [key, key.split(':')[1], status, ago(hours)],
  );
};
const effect = async (key: string) => {
  const { rows } = await world.pool.query<{ status: string; code: string | null; reported: boolean }>(
    'select status, code, confirmed_at is not null as reported from effect where key = $1',
    [key],
  );
  return rows[0];
};
test('what nobody settled is asked of the partner; what it does not know becomes a task; what is overdue rises', async () => {
  const [known, unknown, unreported] = await Promise.all([opened(), opened(), opened()]);
  const keyOf = (id: string): string => `case:${id}:not-a-case-notice`;
  await world.uses.texts.send({ key: keyOf(known), to: '+821073141592', text: '안내' });
  await world.uses.texts.send({ key: keyOf(unreported), to: '+821073141592', text: '안내' });
  await left(keyOf(known), 'intended', 0.2);
  await left(keyOf(unknown), 'intended', 2);
  await left(keyOf(unreported), 'done', 30);
  const task = await openTaskAbout(world.uses)({
    kind: 'survey-refused',
    subject: { kind: 'survey', id: '0192f0c4-1111-7000-8000-00000000000a' },
    district: '11110',
    commandId: 'overdue',
    by: 'process:survey',
    at: ago(100),
  });

  await keepBulkHistory(world.client, await upkept(), 'upkeep');

  expect(await effect(keyOf(known))).toMatchObject({ status: 'done' });
  expect(await effect(keyOf(unknown))).toMatchObject({ status: 'intended' });
  expect(await effect(keyOf(unreported))).toMatchObject({ status: 'done', reported: true });
  const tasks = async () => {
    const { rows } = await world.pool.query<{ kind: string; case_id: string | null; level: number }>(
      `select state ->> 'kind' as kind, case_id, coalesce((state ->> 'level')::int, 0) as level from task
       where state ->> 'kind' in ('effect-unsettled', 'survey-refused') order by kind`,
    );
    return rows;
  };
  const expected = [
    { kind: 'effect-unsettled', case_id: unknown, level: 0 },
    { kind: 'survey-refused', case_id: null, level: 1 },
  ];
  expect(await tasks()).toEqual(expected);
  expect(task.decision).toBeUndefined();
  await upkept();
  expect(await tasks()).toEqual(expected); // once
});

test('what is known by now is no task any more, and is one again when it is not', async () => {
  const [sent, unsent, reported] = await Promise.all([opened(), opened(), opened()]);
  const keyOf = (id: string): string => `case:${id}:not-a-case-notice`;
  for (const id of [sent, unsent]) await left(keyOf(id), 'intended', 2);
  await left(keyOf(reported), 'done', 80);
  const stages = async () => {
    const { rows } = await world.pool.query<{ case_id: string; stage: string }>(
      `select case_id, stage from task where state ->> 'kind' = 'effect-unsettled' order by id`,
    );
    return [sent, unsent, reported].map((id) =>
      rows.filter((row) => row.case_id === id).map((row) => row.stage),
    );
  };
  await upkept();
  expect(await stages()).toEqual([['open'], ['open'], ['open']]);
  await upkept();
  expect(await stages()).toEqual([['open'], ['open'], ['open']]); // nothing is known yet
  await world.uses.effects.settle(keyOf(sent), 'MSG-1');
  await world.uses.effects.refuse(keyOf(unsent), 'called-off');
  await world.uses.effects.confirm(keyOf(reported), '4000');
  await upkept();
  expect(await stages()).toEqual([['cancelled'], ['cancelled'], ['cancelled']]);
  await world.pool.query(`update effect set status = 'intended' where key = $1`, [keyOf(unsent)]);
  await upkept();
  await upkept();
  expect(await stages()).toEqual([['cancelled'], ['cancelled', 'open'], ['cancelled']]);
});

test('a case whose rules are missing becomes a task, once, and the task goes when they are there', async () => {
  const [caseId, governed] = await Promise.all([opened(), opened()]);
  const disease = (code: string) =>
    world.pool.query(
      `update disease_case set state = state || jsonb_build_object('disease', $2::text) where id = $1`,
      [caseId, code],
    );
  const tasks = async (id: string) => {
    const { rows } = await world.pool.query<{ stage: string; reason: string }>(
      `select stage, state ->> 'reason' as reason from task
       where case_id = $1 and state ->> 'kind' = 'process-parked' order by id`,
      [id],
    );
    return rows;
  };
  const reason = 'protocol/none-in-force';
  await disease('without-rules');
  await keepBulkHistory(world.client, await upkept(), 'upkeep-oversights');
  expect(await tasks(caseId)).toEqual([{ stage: 'open', reason }]);
  expect(await tasks(governed)).toEqual([]);
  await upkept();
  expect(await tasks(caseId)).toEqual([{ stage: 'open', reason }]);
  await disease('covid-19');
  await upkept();
  expect(await tasks(caseId)).toEqual([{ stage: 'cancelled', reason }]);
  await disease('without-rules');
  await upkept();
  expect((await tasks(caseId)).map(({ stage }) => stage)).toEqual(['cancelled', 'open']);
  await disease('covid-19');
  await upkept();
});

test('a correction that was stored just before a stop is told all the same, and once', async () => {
  const caseId = await opened();
  const { rows } = await world.pool.query<{ at: string }>('select clock_timestamp()::text as at');
  const at = Instant.of(new Date(rows[0]?.at ?? '').toISOString());
  const one = aTest({ caseId: caseIdOf(caseId), at: at.plusHours(-2) });
  one.execute(collected({ collectedAt: at.plusHours(-2), at: at.plusHours(-2) }) as never);
  one.execute(resulted({ at: at.plusHours(-1) }) as never);
  one.execute(corrected('negative', at) as never);
  await world.uses.tests.save(one); // and nothing after it
  const told = async () => {
    const found = await world.pool.query<{ stage: string; reason: string }>(
      `select stage, state ->> 'reason' as reason from task where case_id = $1 and state ->> 'kind' = 'contradicting-result'`,
      [caseId],
    );
    return found.rows;
  };
  expect(await told()).toEqual([]);
  await upkept();
  const expected = [{ stage: 'open', reason: 'release test corrected to negative' }];
  expect(await told()).toEqual(expected);
  await upkept();
  expect(await told()).toEqual(expected);
});

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

test('a clinic that nobody has opened in its hours is a task, once a day, which goes when it opens', async () => {
  const ask = () => ({ commandId: randomUUID(), fingerprint: '', by: 'clinic' });
  const date = new Date(Date.now() + 9 * HOUR).toISOString().slice(0, 10); // in Seoul
  const at = (hour: number): string => new Date(Date.parse(date) + (hour - 9) * HOUR).toISOString();
  const clinic = async (placeCode: string, hours: Readonly<{ from: string; to: string }> | undefined) => {
    const { id } = await world.ask.establishClinic({ ...ask(), district: '11110', placeCode });
    if (hours === undefined) return id;
    const about = () => ({ ...ask(), clinicId: id });
    await world.ask.manageFacility({
      ...{ ...about(), booths: 2, capacityPerBoothHour: 10, kitsInStock: 500 },
      openingHours: Object.fromEntries(DAYS.map((day) => [day, hours])),
    });
    const shifts = [{ staffId: 'kim', role: 'tester', from: at(0), to: at(24) }] as const;
    await world.ask.manageStaffing({ ...about(), date, shifts, keepDays: 14 });
    return id;
  };
  const allDay = { from: '00:00', to: '24:00' };
  const [late, opened, unplanned] = [
    await clinic('SC-1', allDay),
    await clinic('SC-2', allDay),
    await clinic('SC-3', undefined),
  ];
  await world.ask.openClinicForDay({ ...ask(), clinicId: opened });
  const tasks = async () => {
    const { rows } = await world.pool.query<{ id: string; stage: string }>(
      `select subject_id as id, stage from task where state ->> 'kind' = 'clinic-not-opened'`,
    );
    return rows;
  };
  await keepBulkHistory(world.client, await upkept(), 'upkeep-clinics');
  expect(await tasks()).toEqual([{ id: late, stage: 'open' }]);
  await upkept();
  expect(await tasks()).toEqual([{ id: late, stage: 'open' }]);
  await world.ask.openClinicForDay({ ...ask(), clinicId: late });
  await upkept();
  expect(await tasks()).toEqual([{ id: late, stage: 'cancelled' }]);
  await world.ask.closeClinicForDay({ ...ask(), clinicId: late });
  await upkept();
  expect(await tasks()).toEqual([{ id: late, stage: 'cancelled' }]); // it was open today
  expect(unplanned).not.toBe(late);
});

test('the schedules are made once, by however many workers, and one that somebody paused stays paused', async () => {
  const there = async () => {
    const found: unknown[] = [];
    for await (const { scheduleId } of world.client.schedule.list()) found.push(scheduleId);
    return new Set(found);
  };
  await Promise.all([keepSchedules(world.client), keepSchedules(world.client)]);
  await keepSchedules(world.client);
  const timetable = world.client.schedule.getHandle('timetable');
  const found = [];
  for (const id of ['upkeep', 'timetable']) {
    const { spec, policies, state, action } = await world.client.schedule.getHandle(id).describe();
    const { type } = action;
    found.push([id, spec.timezone, spec.calendars?.length, policies.overlap, state.paused, type]);
  }
  expect(found).toEqual([
    ['upkeep', 'Asia/Seoul', 1, 'SKIP', false, 'startWorkflow'],
    ['timetable', 'Asia/Seoul', 1, 'BUFFER_ALL', false, 'startWorkflow'],
  ]);
  const minutes = (await timetable.describe()).spec.calendars?.[0]?.minute;
  expect(minutes?.map(({ start }) => start)).toEqual([0, 30]);

  await timetable.pause('the office is moving');
  await keepSchedules(world.client); // another worker starts
  const { state } = await timetable.describe();
  expect(state).toMatchObject({ paused: true, note: 'the office is moving' });
  for (const begun = performance.now(); (await there()).size < 2;) {
    if (performance.now() - begun > 20_000) throw new Error('waited 20 s in vain for the list of schedules');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await there()).toEqual(new Set(['timetable', 'upkeep']));
});
