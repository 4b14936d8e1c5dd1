import { describe, expect, test } from '@jest/globals';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';

const world = forThisFile(lineListWorld);

const idsOf = (answer: Awaited<ReturnType<typeof world.list>>) =>
  answer.body.items.map(({ caseId }) => caseId);

describe('the order', () => {
  test.each([
    ['/cases', [3, 2, 1, 0]],
    ['/cases?sort=caseId', [0, 1, 2, 3]],
    ['/cases?sort=-dateOfSymptomOnset', [1, 3, 0, 2]],
    ['/cases?sort=-confirmationDate', [3, 2, 1, 0]],
    ['/cases?sort=nextDueAt', [0, 1, 2, 3]],
  ])('%s is kept from page to page, in the country and over districts alike', async (address, order) => {
    for (const within of [['00'], ['11', '26'], ['11110', '11140', '26440']]) {
      const found: unknown[] = [];
      const join = address.includes('?') ? '&' : '?';
      for (let next = `${address}${join}limit=1`; ;) {
        const page = await world.list(next, ['supervisor'], within);
        found.push(...idsOf(page));
        const link = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
        expect(page.body['nextCursor'] === null).toBe(link === undefined);
        if (link === undefined) break;
        next = link;
      }
      expect(found).toEqual(world.at(...order));
    }
  });
  test('a cursor of another order is refused', async () => {
    const { body } = await world.list('/cases?limit=1&sort=-dateOfSymptomOnset');
    expect((await world.list(`/cases?cursor=${String(body['nextCursor'])}`)).status).toBe(400);
    expect((await world.list('/cases?cursor=nonsense')).status).toBe(400);
  });
});

describe('what is theirs', () => {
  test.each([
    [['11110'], '/cases', [3, 0]],
    [['11'], '/cases', [3, 2, 0]],
    [['11'], '/cases?district=11140', [2]],
    [['11110', '11140'], '/cases?district=11', [3, 2, 0]],
    [['11110'], '/cases?district=26440', []],
    [['00'], '/cases?district=26&district=11140', [2, 1]],
    [['30'], '/cases', []],
  ])('of %j, %s', async (within, address, places) => {
    expect(idsOf(await world.list(address, ['supervisor'], within))).toEqual(world.at(...places));
  });
});

describe('filters', () => {
  test.each([
    ['stage=confirmed&stage=released', [3, 2, 1, 0]],
    ['stage=released', []],
    ['classification=confirmed&disease=covid-19', [3, 2, 1, 0]],
    ['disease=mers', []],
    ['onsetFrom=2026-01-04', [3, 1]],
    ['onsetTo=2026-01-04', [3, 0]],
    ['onsetFrom=2026-01-04&onsetTo=2026-01-04', [3]],
    ['openedFrom=2020-01-01&confirmedFrom=2020-01-01', [3, 2, 1, 0]],
    ['openedTo=2020-01-01', []],
    ['confirmedTo=2020-01-01', []],
    ['nextDueBefore=2030-01-01', []],
    ['isolationStage=active', []],
    ['isolationEndsBefore=2030-01-01', []],
    ['officer=nobody', []],
    ['tier=general', []],
    ['outcome=recovered', []],
  ])('%s', async (filters, places) => {
    expect(idsOf(await world.list(`/cases?${filters}`))).toEqual(world.at(...places));
  });
  test.each([
    ['/cases', 'confirmed'],
    ['/cases', 'opened'],
    ['/cases', 'onset'],
    ['/exports/cases.csv', 'confirmed'],
    ['/contacts', 'lastExposure'],
  ])('%s with %s dates the wrong way round is refused', async (path, what) => {
    const { status, body } = await world.list(`${path}?${what}From=2026-01-05&${what}To=2026-01-04`);
    expect([status, body['errors']]).toMatchObject([400, [{ pointer: `/${what}To` }]]);
  });
  test('today counts with both its ends', async () => {
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    expect(
      idsOf(await world.list(`/cases?openedFrom=${today}&openedTo=${today}&confirmedTo=${today}`)),
    ).toEqual(world.at(3, 2, 1, 0));
  });
  test('those of an isolation ask its order', async () => {
    const now = new Date().toISOString();
    const caseId = world.cases[1] ?? '';
    await world.steps.orderIsolation({ caseId, at: now, commandId: 'line-lists:isolation' });
    const { rows } = await world.pool.query<{ id: string; version: number }>(
      `update isolation set state = state || '{"officer": "kim", "endsAt": "2026-01-10T15:00:00Z"}'
       where case_id = $1 returning id`,
      [caseId],
    );
    expect(rows).toHaveLength(1);
    for (const filter of ['isolationStage=ordered', 'officer=kim', 'isolationEndsBefore=2026-01-12'])
      expect(idsOf(await world.list(`/cases?${filter}`))).toEqual([caseId]);
    expect(idsOf(await world.list('/cases?isolationEndsBefore=2026-01-11'))).toEqual([]);
    const { body } = await world.list('/cases?officer=kim&columns=officer&columns=isolationEndsAt');
    expect(body.items).toEqual([{ caseId, officer: 'kim', isolationEndsAt: '2026-01-11T00:00:00+09:00' }]);
  });
});

describe('columns', () => {
  test('are those that are asked for, and the usual ones else', async () => {
    const usual = ['caseId', 'classification', 'district', 'nextDueAt', 'openedAt', 'stage', 'version'];
    const { body } = await world.list('/cases?limit=1');
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(usual);
    const every = await world.list(
      `/cases?limit=1&${['registryNumber', 'reportDate', 'confirmationDate', 'dateOfSymptomOnset', 'tier', 'outcome', 'dateOfOutcome', 'isolationStage', 'disease', 'personId', 'sex', 'age'].map((name) => `columns=${name}`).join('&')}`,
    );
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    expect(every.body.items[0]).toMatchObject({
      caseId: world.cases[3],
      registryNumber: null,
      reportDate: today,
      confirmationDate: today,
      dateOfSymptomOnset: '2026-01-04',
      disease: 'covid-19',
      sex: 'male',
    });
    expect(every.body.items[0]).not.toHaveProperty('name');
  });
  test.each([
    '/cases?colour=red',
    '/contacts?colour=red',
    '/cases?columns=colour',
    '/contacts?columns=colour',
  ])('%s is refused with those that are known', async (address) => {
    const { status, body } = await world.list(address);
    expect(status).toBe(400);
    const [{ pointer, detail }] = body['errors'] as [{ pointer: string; detail: string }];
    expect(pointer).toMatch(/^\/(colour|columns\/0)$/);
    expect(detail).toContain(address.includes('columns') ? 'dateOfBirth' : 'district');
  });
});
