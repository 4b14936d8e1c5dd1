import { describe, expect, test } from '@jest/globals';
import { forThisFile } from '../support/for-this-file.ts';
import { figuresWorld } from '../support/figures-world.ts';

const world = forThisFile(figuresWorld);

const WEEK = 'from=2026-01-02&to=2026-01-08';
const onDays = async (address: string, within?: readonly string[]) => {
  const { body } = await world.figure(address, within);
  return body.points.map(({ cases }) => cases);
};

describe('the epidemic curve', () => {
  test('by onset has every day, each class, and who has no onset beside it', async () => {
    const { body } = await world.figure(`epidemic-curve?${WEEK}`);
    expect(body.points.map((one) => [one.from, one.confirmed, one.probable])).toEqual([
      ['2026-01-02', 0, 0],
      ['2026-01-03', 1, 0],
      ['2026-01-04', 0, 1], // the withdrawn one is no case
      ['2026-01-05', 1, 0],
      ['2026-01-06', 0, 0],
      ['2026-01-07', 0, 0],
      ['2026-01-08', 0, 0],
    ]);
    expect(body).toMatchObject({ total: 4, unknown: { cases: 1, confirmed: 1 }, before: { cases: 0 } });
  });
  test.each([
    ['by=report', [0, 0, 1, 2, 1, 0, 0]],
    ['by=confirmation', [0, 0, 1, 1, 2, 0, 0]],
    ['by=report&district=11', [0, 0, 1, 1, 1, 0, 0]],
    ['by=report&disease=mers', [0, 0, 0, 0, 0, 0, 0]],
  ])('%s is of days in Seoul', async (query, cases) => {
    expect(await onDays(`epidemic-curve?${WEEK}&${query}`)).toEqual(cases);
  });
  test('what lies outside the period is counted beside it', async () => {
    const { body } = await world.figure('epidemic-curve?from=2026-01-04&to=2026-01-04');
    const { total, points, unknown, before, after } = body;
    expect([total, points[0]?.cases, unknown.cases, before.cases, after.cases]).toEqual([4, 1, 1, 1, 1]);
  });
  test('per week has whole weeks', async () => {
    const { body } = await world.figure('epidemic-curve?per=week&by=report&from=2026-01-01&to=2026-01-06');
    expect(body.points).toMatchObject([
      { from: '2025-12-29', to: '2026-01-04', week: '2026-W01', cases: 1, incomplete: false },
      { from: '2026-01-05', to: '2026-01-11', week: '2026-W02', cases: 3, incomplete: false },
    ]);
    expect(body.filters).toMatchObject({ from: '2025-12-29', to: '2026-01-11', per: 'week' });
  });
  test('without a period it is the 28 days up to today, the newest of them incomplete', async () => {
    const { body } = await world.figure('epidemic-curve');
    const today = body.asOf.slice(0, 10);
    expect(body.points).toHaveLength(28);
    expect(body.points.at(-1)).toMatchObject({ from: today, incomplete: true });
    expect(body.points.filter((one) => one.incomplete)).toHaveLength(8);
    expect(body['reportingDelay']).toEqual({ n: 0, days: 7, measured: false });
    expect((await world.figure('epidemic-curve?by=report')).body['incompleteFrom']).toBe(today);
  });
  test('a period that no chart shows is refused', async () => {
    expect((await world.figure('epidemic-curve?from=1999-01-01')).status).toBe(400);
    expect((await world.figure('epidemic-curve?from=2026-01-02&to=2026-01-01')).status).toBe(400);
    expect((await world.figure('epidemic-curve?from=2026-02-30')).status).toBe(400);
    expect((await world.figure('epidemic-curve?colour=red')).status).toBe(400);
  });
});

describe('each says what it is', () => {
  test.each([
    'epidemic-curve',
    'places',
    'classification',
    'stages',
    'tiers',
    'isolations',
    'supplies',
    'onset-to-isolation',
    'confirmation-to-notice',
    'contacts-per-case',
    'contacts-becoming-cases',
    'overdue-work',
  ])('%s, and shows no id', async (name) => {
    const { status, body } = await world.figure(`${name}?district=11110&district=26`, ['11', '26440']);
    expect(status).toBe(200);
    expect(body.asOf).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+09:00$/);
    expect(body.definition).toEqual({
      ko: expect.stringMatching(/[가-힣].*니다\.$/),
      en: expect.any(String),
    });
    expect(body.filters).toMatchObject({ district: ['11110', '26440'] });
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
  test('the country is 00, and what is not theirs is refused', async () => {
    const whole = await world.figure('classification?from=2026-01-01&disease=covid-19');
    expect(whole.body.filters).toEqual({
      district: ['00'],
      disease: ['covid-19'],
      from: '2026-01-01',
      to: null,
    });
    for (const asked of ['district=26', 'district=11110&district=26440'])
      expect(await world.figure(`classification?${asked}`, ['11'])).toMatchObject({
        status: 403,
        body: { code: 'access/not-in-this-district' },
      });
    expect((await world.figure('classification', ['11'], 'system')).status).toBe(403);
    expect((await world.figure('classification', ['11'], 'auditor')).body.total).toBe(5);
  });
});

test('what a list tells of the past was reported when it was confirmed, and had no process here', async () => {
  const asked = { commandId: 'figures:past', fingerprint: '', by: 'officer', district: '36110' };
  await world.requests.recordEpisode({
    ...asked,
    person: { name: '정과거', sex: 'female', language: 'ko' },
    ...{ disease: 'covid-19', dateOfSymptomOnset: '2026-01-02', confirmedOn: '2026-01-07' },
  });
  const there = 'district=36110';
  expect(await onDays(`epidemic-curve?${WEEK}&${there}`)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  for (const by of ['report', 'confirmation'])
    expect(await onDays(`epidemic-curve?${WEEK}&${there}&by=${by}`)).toEqual([0, 0, 0, 0, 0, 1, 0]);
  const stages = (await world.figure(`stages?${there}&${WEEK}`)).body.groups;
  expect(stages.filter(({ count }) => count > 0)).toEqual([{ code: 'recorded', count: 1 }]);
  for (const name of ['onset-to-isolation', 'confirmation-to-notice', 'contacts-per-case'])
    expect((await world.figure(`${name}?${there}`)).body.total).toBe(0);
});
test('the delay is that of the cases reported lately: nine in ten are reported within it', async () => {
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const daysBefore = (days: number) =>
    new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const reportedToday = (delay: number, index: number) =>
    world.pool.query(
      `insert into disease_case (id, version, state) select gen_random_uuid(), 1, state || $1 from disease_case where id = $2`,
      [
        {
          ...{ district: '50110', personId: `somebody-${index}`, disease: 'covid-19' },
          ...{ onset: { entered: daysBefore(delay) }, openedAt: `${today}T00:00:00+09:00` },
        },
        world.cases[0],
      ],
    );
  await Promise.all([1, 1, 1, 1, 2, 2, 2, 3, 4, 30].map(reportedToday));
  const { body } = await world.figure('epidemic-curve?district=50');
  expect(body['reportingDelay']).toEqual({ n: 10, days: 4, measured: true });
  expect(body['incompleteFrom']).toBe(daysBefore(4));
  expect(body.points.filter(({ incomplete }) => incomplete)).toHaveLength(5);
  expect(body).toMatchObject({ total: 10, before: { cases: 1 } });
});
