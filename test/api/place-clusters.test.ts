import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { networkStory, type Known } from '../support/network-story.ts';

const world = forThisFile(apiWorld);
const story = networkStory(world);
let cases: readonly Known[];
const routes = new Map<string, string>();
beforeAll(async () => {
  cases = await Promise.all(
    ['11110', '11110', '26440', '11110'].map((district) => story.aCase(undefined, district)),
  );
  for (const { caseId } of cases) {
    const asked = { commandId: randomUUID(), fingerprint: '', by: 'officer' };
    routes.set(caseId, (await world.requests.beginRoute({ ...asked, caseId })).id);
  }
});

/** A visit of one hour that is established, unless it is said to be not. */
async function visited(
  one: number,
  placeId: string,
  from: string,
  more: { district?: string; decided?: boolean } = {},
) {
  const { district = '11110', decided = true } = more;
  const routeId = routes.get(cases[one]?.caseId ?? '') ?? '';
  const at = async () => ({
    ...key(),
    'if-match': (await world.call('GET', `/routes/${routeId}`)).headers.get('etag') ?? '',
  });
  const to = new Date(Date.parse(from) + 3_600_000).toISOString();
  const visit = { source: 'entryLog', placeId, district, from, to };
  await world.call('POST', `/routes/${routeId}/visits`, visit, await at());
  const { body } = await world.call('GET', `/routes/${routeId}`);
  const visits = body['visits'] as readonly { visitId: string; placeId: string; from: string }[];
  const made = visits.find((each) => each.placeId === placeId && Date.parse(each.from) === Date.parse(from));
  if (decided)
    await world.call(
      'POST',
      `/routes/${routeId}/visits/${made?.visitId ?? ''}/establishment`,
      {},
      await at(),
    );
}

test('places where enough cases were within so many days, to those who are responsible there', async () => {
  await visited(0, 'BAR', '2026-03-01T10:00:00Z');
  await visited(1, 'BAR', '2026-03-03T10:00:00Z');
  await visited(1, 'BAR', '2026-03-04T10:00:00Z');
  await visited(2, 'BAR', '2026-03-05T10:00:00Z');
  await visited(3, 'BAR', '2026-03-20T10:00:00Z'); // long after
  await visited(0, 'GYM', '2026-03-01T13:00:00Z');
  await visited(1, 'GYM', '2026-03-01T13:00:00Z');
  await visited(2, 'GYM', '2026-03-01T13:00:00Z', { decided: false });
  for (const one of [0, 1, 2]) await visited(one, 'BUSAN', '2026-03-02T10:00:00Z', { district: '26440' });
  const clusters = async (district: string, query = '') =>
    (await story.seenIn(district, `/place-clusters${query}`)).body.items as unknown as readonly Record<
      string,
      unknown
    >[];

  const of = cases.slice(0, 3).map(({ caseId, district }) => ({ caseId, district }));
  const bar = {
    district: '11110',
    placeId: 'BAR',
    cases: 3,
    visits: 4,
    firstAt: '2026-03-01T19:00:00+09:00',
    lastAt: '2026-03-05T20:00:00+09:00',
    of: of.sort((one, other) => (one.caseId < other.caseId ? -1 : 1)),
  };
  expect(await clusters('11110')).toEqual([bar]);
  expect(await clusters('26')).toMatchObject([{ placeId: 'BUSAN', cases: 3, visits: 3 }]);
  expect(await clusters('30110')).toEqual([]);
  expect(await clusters('11110', '?days=3')).toEqual([]);
  expect(await clusters('11110', '?from=2026-03-02')).toEqual([]);
  expect(await clusters('11110', '?until=2026-03-04')).toEqual([]);
  expect(await clusters('11110', '?cases=2')).toMatchObject([bar, { placeId: 'GYM', cases: 2, visits: 2 }]);
  expect(await clusters('11110', '?cases=2&days=31&from=2026-03-05')).toMatchObject([
    { placeId: 'BAR', cases: 2 },
  ]);
  expect(await clusters('00', '?district=26440')).toMatchObject([{ placeId: 'BUSAN' }]);
  expect(await clusters('11110', '?district=26440')).toEqual([]);

  const first = await story.seenIn('00', '/place-clusters?cases=2&limit=1');
  expect(first.body).toMatchObject({ items: [{ placeId: 'BAR' }], nextCursor: '11110:BAR' });
  const second = await story.seenIn('00', '/place-clusters?cases=2&limit=2&cursor=11110:BAR');
  expect(second.body).toMatchObject({ items: [{ placeId: 'GYM' }, { placeId: 'BUSAN' }] });
  expect((await story.seenIn('00', '/place-clusters?cursor=BAR')).status).toBe(400);
});
