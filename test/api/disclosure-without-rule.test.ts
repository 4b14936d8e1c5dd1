import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { requests } from '../../activities/index.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { daysAgo } from '../support/days.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(() => apiWorld('2020-06-25'));
let routeId = '';

/** One finished route, under a protocol that says nothing of disclosure: the rule came half a year later. */
beforeAll(async () => {
  const onset = { ...diagnosis(), dateOfSymptomOnset: daysAgo(3) };
  const { caseId } = (await world.call('POST', '/cases', onset, key())).body;
  const [from, to] = [`${daysAgo(1)}T12:00:00+09:00`, `${daysAgo(1)}T13:00:00+09:00`];
  await world.visited(caseId, { placeId: 'P-REST-1', from, to });
  routeId = (await world.uses.lookups.routeOfCase(caseId)) ?? '';
  const [visit] = (await world.uses.routes.load(routeId)).aggregate.state.visits;
  const asked = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer', routeId });
  await requests(world.uses).establishVisit({ ...asked(), visitId: visit?.visitId ?? '' });
  await requests(world.uses).finishRoute(asked());
});

test('where no rule says what is shown nothing is, and the list says why and since when there is one', async () => {
  const todo = expect.stringMatching(/kr-covid-19\/2020-12-30\/1.*GET \/protocols/);
  const withoutRule = [{ disease: 'covid-19', statedBy: 'kr-covid-19/2020-12-30/1', todo }];
  const district = await world.call('GET', '/disclosure?district=11110');
  expect(district).toMatchObject({ status: 200, body: { district: '11110', places: [], withoutRule } });
  const route = await world.call('GET', `/routes/${routeId}/disclosure`);
  expect(route).toMatchObject({ status: 200, body: { protocolVersion: null, places: [], withoutRule } });
});

test('it says so in the language of whoever asks', async () => {
  const told = async (language: string) => {
    const { body } = await world.call('GET', '/disclosure?district=11110', undefined, {
      'accept-language': language,
    });
    return (body['withoutRule'] as readonly { todo: string }[])[0]?.todo;
  };
  expect(await told('ko')).toMatch(/공개할 것이 없습니다/);
  expect(await told('en')).toMatch(/^Nothing is shown/);
});
