import { describe, expect, test } from '@jest/globals';
import { aCase, aDisease } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';

const world = forThisFile(apiWorld);

type Shown = Readonly<{ code: string; name: object; districts: readonly { code: string; name: object }[] }>;

async function districtsOf(province: string, query = ''): Promise<Shown | undefined> {
  const { status, body } = await world.call('GET', `/jurisdictions${query}`);
  expect([status, body['code']]).toEqual([200, '00']);
  return (body['provinces'] as readonly Shown[]).find(({ code }) => code === province);
}

describe('GET /jurisdictions', () => {
  test('shows the provinces with their districts', async () => {
    const seoul = await districtsOf('11');
    expect(seoul?.name).toEqual({ ko: '서울특별시', en: 'Seoul' });
    expect(seoul?.districts[0]).toEqual({ code: '11110', name: { ko: '종로구', en: 'Jongno-gu' } });
    expect(await districtsOf('46')).toBeUndefined();
  });

  test('shows them as they were on a day', async () => {
    expect((await districtsOf('46', '?on=2020-06-25'))?.districts).toHaveLength(22);
    expect(await districtsOf('12', '?on=2020-06-25')).toBeUndefined();
  });

  test.each(['on=2019-12-31', 'on=today', 'province=11'])('refuses %s', async (query) => {
    expect((await world.call('GET', `/jurisdictions?${query}`)).status).toBe(400);
  });
});

test('a case in a district that never was is refused, one under a replaced code is not', async () => {
  const open = (district: string) => world.call('POST', '/cases', { ...diagnosis(), district }, key());
  const { status, body } = await open('99999');
  expect([status, body['code']]).toEqual([422, 'district/unknown']);
  expect((await open('47720')).status).toBe(201);
});

test('a code that was replaced meets the one of today: in a token, in what is opened and in what was stored', async () => {
  const opened = await world.call('POST', '/cases', { ...diagnosis(), district: '42110' }, key());
  const stored = aCase({ district: '42110', disease: aDisease() });
  await world.uses.cases.save(stored);
  expect((await world.uses.cases.load(opened.body.caseId)).aggregate.state.district).toBe('51110');
  const statusFor = async (jurisdiction: string, id: string) => {
    const token = await tokenFor({ id: 'kim', roles: ['patient-manager'], jurisdictions: [jurisdiction] });
    return (await world.callAs(token, 'GET', `/cases/${id}`)).status;
  };
  for (const jurisdiction of ['42110', '51110', '42', '51'])
    for (const id of [opened.body.caseId, stored.id])
      expect([jurisdiction, await statusFor(jurisdiction, id)]).toEqual([jurisdiction, 200]);
  expect(await statusFor('51130', stored.id)).toBe(404);
  const token = await tokenFor({ id: 'kim', roles: ['patient-manager'], jurisdictions: ['51'] });
  const lines = await world.callAs(token, 'GET', '/cases?district=51110&columns=district');
  expect(new Set(lines.body.items.map(({ caseId }) => caseId))).toEqual(
    new Set([opened.body.caseId, stored.id]),
  );
});
