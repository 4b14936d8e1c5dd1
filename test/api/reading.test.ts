import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiWorld, type ApiWorld } from '../support/api-world.ts';

let world: ApiWorld;
let call: ApiWorld['call'];
let opened: ApiWorld['opened'];
let steps: ApiWorld['steps'];
beforeAll(async () => {
  world = await apiWorld();
  ({ call, opened, steps } = world);
});
afterAll(async () => {
  expect(world.unexpected).toEqual([]); // a 500 anywhere is a defect
  await world.close();
});

describe('reading', () => {
  test('a case says where it stands, why, what is next and when, and its history; times are Seoul’s', async () => {
    const { caseId, personId } = await opened();
    const at = new Date().toISOString();
    await steps.startHomeTreatment({ caseId, at });
    await steps.planReleaseCheck({ caseId, at });
    const { body, headers } = await call('GET', `/cases/${caseId}`);
    expect(headers.get('etag')).toBe(`"${body['version']}"`);
    expect(body).toMatchObject({
      stage: 'home-treatment',
      personId,
      why: {
        rule: 'kr-covid-19/2020-06-25/1',
        countedFrom: 'confirmed',
        because: 'period-running',
        tracks: expect.arrayContaining([
          expect.objectContaining({ track: 'symptomatic-time', applies: 'met', met: false }),
        ]),
      },
      next: { waitingFor: 'release-check', at: expect.stringMatching(/T00:00:00\+09:00$/) },
      links: { process: `http://web/case/${caseId}` },
    });
    expect(body['history'].map(({ type }) => type)).toEqual([
      'CaseOpened',
      'SymptomsOccurred',
      'InfectionConfirmed',
      'HomeTreatmentStarted',
      'ReleaseCheckPlanned',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/홍길동|1234-?5678/);
  });
  test('lists by stage come in pages', async () => {
    for (let count = 0; count < 3; count += 1) await opened();
    const first = await call('GET', '/cases?stage=confirmed&limit=2');
    expect(first.body['items']).toHaveLength(2);
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await call('GET', link);
    const ids = (page: typeof first) => page.body.items.map(({ caseId }) => caseId);
    expect(ids(second).length).toBeGreaterThan(0);
    expect(ids(first)).not.toEqual(expect.arrayContaining(ids(second)));
  });
  test('every problem has a page', async () => {
    const { body } = await call('GET', '/problems');
    for (const { code } of body['items'])
      expect((await call('GET', `/problems/${code}`)).body['code']).toBe(code);
    expect((await call('GET', '/problems/constructor/name')).status).toBe(404);
  });
});
