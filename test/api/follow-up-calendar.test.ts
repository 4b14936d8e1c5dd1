import { beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { apiWorld, type Body } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { oneOfEach } from '../support/one-of-each.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
const people: Record<string, string> = {};
beforeAll(async () => {
  for (const district of ['11110', '11140', '26440']) {
    const { person } = await oneOfEach(world, district);
    await world.pool.query(
      `update isolation set state = state || jsonb_build_object('district', $1::text) where person_id = $2`,
      [district, person],
    );
    people[district] = person;
  }
});

const as = async (role: Role, place: string, query = '') =>
  world.callAs(
    await tokenFor({ id: `${role}-${place}`, roles: [role], jurisdictions: [place] }),
    'GET',
    `/follow-up-calendar?${query}`,
  );
const whom = ({ items }: Body) => items.map(({ personId }) => personId);
const of = (...districts: readonly string[]) => districts.map((district) => people[district]);

test('everybody isolated in a district, a province or the country, as far as the reader is responsible', async () => {
  expect(whom((await as('isolation-officer', '11110')).body)).toEqual(of('11110'));
  expect(whom((await as('supervisor', '11')).body)).toEqual(of('11110', '11140'));
  expect(whom((await as('headquarters', '00')).body)).toEqual(of('11110', '11140', '26440'));
  expect(whom((await as('supervisor', '11', 'district=11140&district=26440')).body)).toEqual(of('11140'));
  expect(whom((await as('supervisor', '11', 'district=26440')).body)).toEqual([]);
  expect((await as('system', '00')).status).toBe(403);
});

test('from today over a week, or the days that are named: fourteen at most', async () => {
  const { body } = await as('isolation-officer', '11110');
  expect((body.items[0] as unknown as Readonly<{ days: readonly object[] }>).days).toHaveLength(7);
  const named = await as('isolation-officer', '11110', 'from=2026-03-01&to=2026-03-14');
  expect(named.body.items).toMatchObject([
    {
      district: '11110',
      isolations: [{ kind: 'isolation', stage: 'ordered' }],
      days: Array.from({ length: 14 }, () => ({ state: 'notDue' })),
    },
  ]);
  for (const wrong of [
    'from=2026-03-01&to=2026-03-15',
    'from=2026-03-02&to=2026-03-01',
    'to=2026-03-02',
    'from=today',
    'cursor=11110',
    'person=x',
  ])
    expect((await as('isolation-officer', '11110', wrong)).status).toBe(400);
});

/** The people of each page of one, as an auditor turns them. */
async function turned(filter: string): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = `limit=1${filter}${cursor && `&cursor=${cursor}`}`;
    const { body, headers }: Awaited<ReturnType<typeof as>> = await as('auditor', '00', query);
    seen.push(...whom(body));
    cursor = body['nextCursor'] as string | null;
    expect(headers.get('link') === null).toBe(cursor === null);
  }
  return seen;
}

test('page after page, each with a record of whom it has shown', async () => {
  expect(await turned('')).toEqual(of('11110', '11140', '26440'));
  const { rows } = await world.pool.query<{ person_id: string | null }>(
    `select person_id from access_record where staff_id = 'auditor-00' and endpoint = 'GET /follow-up-calendar' order by position`,
  );
  expect(rows.map((row) => row.person_id)).toEqual([...of('11110', '11140', '26440'), null]);
});

test('page after page of several districts nobody is passed by', async () => {
  // The later the district, the earlier the person by their id.
  const [first, last] = [people['11110'] ?? '', people['11140'] ?? ''];
  await world.pool.query(
    `update isolation set state = state || jsonb_build_object('district',
       case person_id when $1 then '11140' else '11110' end) where person_id in ($1, $2)`,
    [first, last],
  );
  expect(await turned('&district=11140&district=11110')).toEqual([last, first]);
});
