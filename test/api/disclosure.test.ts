import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { requests } from '../../activities/index.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { daysAgo } from '../support/days.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(() => apiWorld('2021-03-15'));
let caseId = '';
let routeId = '';
const asked = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer', caseId });
const PLACE = { placeId: 'P-REST-1' };

/** One finished route with one established visit. */
beforeAll(async () => {
  const onset = { ...diagnosis(), dateOfSymptomOnset: daysAgo(3) };
  ({ caseId } = (await world.call('POST', '/cases', onset, key())).body);
  const [from, to] = [`${daysAgo(1)}T12:00:00+09:00`, `${daysAgo(1)}T13:00:00+09:00`];
  await world.visited(caseId, { ...PLACE, from, to });
  const { rows } = await world.pool.query<{ id: string }>('select id from route where case_id = $1', [
    caseId,
  ]);
  routeId = rows[0]?.id ?? '';
  const [visit] = (await world.uses.routes.load(routeId)).aggregate.state.visits;
  await requests(world.uses).establishVisit({ ...asked(), routeId, visitId: visit?.visitId ?? '' });
  await requests(world.uses).finishRoute({ ...asked(), routeId });
});

const tell = async (path: string, body: unknown) => {
  const { version } = (await world.call('GET', `/routes/${routeId}`)).body;
  return world.call('POST', `/routes/${routeId}${path}`, body, { ...key(), 'if-match': `"${version}"` });
};
/** Of the route, and of its district. */
const listed = async () => {
  const lists = await Promise.all(
    [`/routes/${routeId}/disclosure`, '/disclosure?district=11110'].map((path) => world.call('GET', path)),
  );
  return lists.map(({ body }) => (body['places'] as readonly object[]).length);
};

test('a place at which all contacts are found is in no list, until that is taken back', async () => {
  expect(await listed()).toEqual([1, 1]);
  expect(await tell('/contacts-found', { placeId: 'P-NOWHERE' })).toMatchObject({
    status: 409,
    body: { code: 'route/place-not-visited' },
  });
  expect(await tell('/contacts-found', PLACE)).toMatchObject({ status: 200 });
  expect(await tell('/contacts-found', PLACE)).toMatchObject({ status: 200 });
  expect(await listed()).toEqual([0, 0]);
  expect(await tell('/contacts-found/withdrawal', PLACE)).toMatchObject({ status: 200 });
  expect(await listed()).toEqual([1, 1]);
});

test('whoever asks for a list with the places to leave out is told where to declare them', async () => {
  for (const path of [`/routes/${routeId}/disclosure?`, '/disclosure?district=11110&'])
    expect(await world.call('GET', `${path}allContactsFoundAt=P-REST-1`)).toMatchObject({
      status: 400,
      body: { errors: [{ detail: expect.stringContaining('POST /routes/{id}/contacts-found') }] },
    });
});

test('nothing is shown while the identity is in doubt, nor once the diagnosis is withdrawn', async () => {
  const { doubtIdentity, resolveIdentity, withdrawDiagnosis } = requests(world.uses);
  await doubtIdentity({ ...asked(), reason: 'specimen-mixed-up' });
  expect(await listed()).toEqual([0, 0]);
  await resolveIdentity(asked());
  expect(await listed()).toEqual([1, 1]);
  await withdrawDiagnosis({ ...asked(), reason: 'wrong-result' });
  expect(await listed()).toEqual([0, 0]);
});
