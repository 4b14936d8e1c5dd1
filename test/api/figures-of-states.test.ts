import { expect, test } from '@jest/globals';
import { forThisFile } from '../support/for-this-file.ts';
import { figuresWorld, type FigureShown } from '../support/figures-world.ts';

const world = forThisFile(figuresWorld);

type Groups = FigureShown['groups'];
const found = (groups: Groups) =>
  Object.fromEntries(groups.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]));

test('classes and stages are of all cases, also of what proved to be none', async () => {
  const { body } = await world.figure('classification');
  expect(body.groups).toEqual([
    { code: 'confirmed', count: 3 },
    { code: 'probable', count: 1 },
    { code: 'suspected', count: 0 },
    { code: 'notACase', count: 1 },
  ]);
  const stages = (await world.figure('stages')).body;
  expect(found(stages.groups)).toEqual({ confirmed: 4, withdrawn: 1 });
  expect(stages.groups.map(({ code }) => code)).toContain('home-treatment');
  expect(found((await world.figure('tiers')).body.groups)).toEqual({ null: 5 });
});

test('a period is of days of report in Seoul, both ends counted', async () => {
  const totals = await Promise.all(
    ['to=2026-01-04', 'from=2026-01-05&to=2026-01-05', 'from=2026-01-06'].map(
      async (days) => (await world.figure(`classification?${days}`)).body.total,
    ),
  );
  expect(totals).toEqual([2, 2, 1]);
});

test('the classes add up to the cases in reach, the districts to their province, these to the country', async () => {
  const total = async (address: string, within: readonly string[]): Promise<number> =>
    (await world.figure(address, within)).body.total;
  const { rows } = await world.pool.query<{ district: string; count: number }>(
    'select district, count(*)::int as count from disease_case group by 1',
  );
  for (const { district, count } of rows) {
    expect(await total('classification', [district])).toBe(count);
    expect(await total('stages', [district])).toBe(count);
    expect(await total('tiers', ['00', district])).toBe(5);
  }
  const { places } = (await world.figure('places?per=province')).body;
  for (const { code, all } of places) {
    const { body } = await world.figure('places', [code]);
    expect(body.places.reduce((sum, one) => sum + one.all, 0)).toBe(all);
    expect(await total('classification', [code])).toBe(all);
  }
  expect(places.reduce((sum, { all }) => sum + all, 0)).toBe(5);
});

test('places say how many of each class there are, and their name', async () => {
  const { body } = await world.figure('places', ['11']);
  const there = body.places.filter(({ all }) => all > 0);
  expect(there).toEqual([
    {
      ...{ code: '11110', name: { ko: '종로구', en: 'Jongno-gu' } },
      ...{ confirmed: 1, probable: 1, suspected: 0, notACase: 1, cases: 2, all: 3 },
    },
    {
      ...{ code: '11140', name: { ko: '중구', en: 'Jung-gu' } },
      ...{ confirmed: 1, probable: 0, suspected: 0, notACase: 0, cases: 1, all: 1 },
    },
  ]);
  expect(body.places).toHaveLength(25);
});

test('isolations are counted by kind and stage, by the day of the order', async () => {
  const isolations = async (query: string) => {
    const groups = (await world.figure(`isolations?${query}`)).body.groups;
    return groups.filter(({ count }) => count > 0);
  };
  expect(await isolations('')).toEqual([
    { kind: 'isolation', code: 'ordered', count: 1 },
    { kind: 'isolation', code: 'active', count: 1 },
  ]);
  expect(await isolations('to=2026-01-05')).toEqual([{ kind: 'isolation', code: 'active', count: 1 }]);
  expect(await isolations('district=26')).toEqual([{ kind: 'isolation', code: 'ordered', count: 1 }]);
});

test('from onset to isolation, in days', async () => {
  const { body } = await world.figure('onset-to-isolation');
  expect(body).toMatchObject({
    ...{ total: 3, unit: 'days', n: 2, min: 2, p10: 2, median: 2, p90: 4, max: 4, negative: 0 },
    missing: [
      { code: 'onset', count: 1 },
      { code: 'isolation', count: 0 },
    ],
  });
  expect(body.bins.filter(({ count }) => count > 0)).toEqual([
    { from: 2, below: 3, count: 1 },
    { from: 4, below: 5, count: 1 },
  ]);
});

test('from confirmation to notice, in hours', async () => {
  const { body } = await world.figure('confirmation-to-notice');
  expect(body).toMatchObject({
    ...{ total: 3, unit: 'hours', n: 1, min: 2.5, median: 2.5, max: 2.5 },
    missing: [
      { code: 'confirmation', count: 0 },
      { code: 'isolation', count: 1 },
      { code: 'notice', count: 1 },
    ],
  });
  expect((await world.figure('confirmation-to-notice', ['26'])).body).toMatchObject({
    n: 0,
    median: null,
    total: 1,
  });
});

test('contacts of a case, and how many of them become cases', async () => {
  const per = await world.figure('contacts-per-case');
  expect(per.body).toMatchObject({ total: 3, n: 3, min: 0, median: 0, max: 1, mean: 0.33 });
  const shares = async (query: string) => (await world.figure(`contacts-becoming-cases?${query}`)).body;
  expect(await shares('')).toMatchObject({ named: 1, contacts: 1, becameCases: 0, open: 1, share: 0 });
  expect(await shares('to=2026-01-04')).toMatchObject({ named: 0, share: null });
  expect(await shares('disease=mers')).toMatchObject({ named: 0 });
  expect(await shares('disease=covid-19')).toMatchObject({ named: 1 });
  await world.pool.query(
    `update contact set state = state || '{"stage": "converted", "grade": "close", "caseId": "01900000-0000-7000-8000-000000000000"}'`,
  );
  expect((await shares('')).grades[0]).toMatchObject({ grade: 'close', becameCases: 1, share: 1 });
  await world.pool.query(`update contact set state = state || '{"stage": "dropped"}'`);
  expect(await shares('')).toMatchObject({ named: 1, dropped: 1, contacts: 0, share: null });
  expect((await world.figure('contacts-per-case')).body).toMatchObject({ max: 0, mean: 0 });
  await world.pool.query(`update contact set state = state - 'namedAt'`); // a list called them infected
  expect(await shares('')).toMatchObject({ named: 0, share: null });
});

test('overdue work is of the tasks that are open now, by how long it waits', async () => {
  const HOUR = 3_600_000;
  const open = async (district: string, dueSince: number) => {
    const { taskId } = await world.steps.openTaskAbout({
      ...{
        kind: 'isolation-visit',
        district,
        commandId: `figures:${district}:${dueSince}`,
        by: 'process:clinic',
      },
      ...{ subject: { kind: 'clinic', id: crypto.randomUUID() }, at: new Date().toISOString() },
    });
    const due = new Date(Date.now() - dueSince * HOUR).toISOString();
    await world.pool.query(`update task set state = state || $2 where id = $1`, [taskId, { dueAt: due }]);
    return due;
  };
  await open('26440', 1);
  await open('26440', 25);
  const oldest = await open('26440', 100);
  await open('26440', -5);
  await open('26410', 1);
  const { body } = await world.figure('overdue-work', ['26440']);
  const counts = { open: 4, overdue: 3, underOneDay: 1, underThreeDays: 1, threeDaysAndMore: 1 };
  expect(body).toMatchObject(counts);
  expect(body.teams.find(({ team }) => team === 'isolation-management')).toMatchObject(counts);
  expect(body.queues).toMatchObject([{ team: 'isolation-management', kind: 'isolation-visit', ...counts }]);
  expect(Date.parse(body.queues[0]?.oldestDueAt ?? '')).toBe(Date.parse(`${oldest.slice(0, 19)}Z`));
  expect((await world.figure('overdue-work?team=diagnostic-testing', ['26'])).body.open).toBe(0);
  expect((await world.figure('overdue-work', ['26'])).body.open).toBe(5);
});
