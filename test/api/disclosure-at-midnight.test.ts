import { expect, test } from '@jest/globals';
import { diagnosis, key } from '../support/api-world.ts';
import { movedBy } from '../support/moved-clock.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests('2021-03-15');

test('the day on which a case is isolated is shown to its end, and nothing of the day after; in the time of Seoul', async () => {
  const { day, moment, about } = here.story;
  const { world, call } = here;
  const onset = { ...diagnosis(), dateOfSymptomOnset: day(5) };
  const caseId = await movedBy(world, -3, async () => {
    const { body } = await call('POST', '/cases', onset, key());
    const at = await world.uses.clock.now();
    await world.steps.startHomeTreatment({ caseId: body.caseId, at });
    return body.caseId;
  });
  const [evening, midnight] = [moment('22:00', 3), moment('00:00', 2)];
  await world.visited(caseId, { placeId: 'REST-1', from: evening, to: moment('01:00', 2) });
  await world.visited(caseId, { placeId: 'SHOP-2', from: midnight, to: moment('01:00', 2) });
  const routeId = (await world.uses.lookups.routeOfCase(caseId)) ?? '';
  const { visits } = (await world.uses.routes.load(routeId)).aggregate.state;
  const page = `/routes/${routeId}`;
  for (const { visitId } of visits) await about(page, `/visits/${visitId}/establishment`);
  expect((await about(page, '/finish')).status).toBe(200);

  const shown = {
    placeId: 'REST-1',
    district: '11110',
    from: evening,
    to: `${day(3)}T23:59:59+09:00`,
    shownUntil: day(-11),
  };
  expect((await call('GET', `${page}/disclosure`)).body['places']).toEqual([shown]);
  expect((await call('GET', '/disclosure?district=11110')).body['places']).toEqual([shown]);
});
