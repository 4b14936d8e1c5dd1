import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lookUpsOwed } from '../../activities/epidemiological-investigation/look-ups-owed.ts';
import { apiWorld, key, type ApiWorld } from '../support/api-world.ts';
import { venueStory } from '../support/venue-story.ts';

let world: ApiWorld;
let call: ApiWorld['call'];
let story: ReturnType<typeof venueStory>;
beforeAll(async () => {
  world = await apiWorld();
  ({ call } = world);
  story = venueStory(world);
});
afterAll(async () => {
  expect(world.unexpected).toEqual([]);
  await world.close();
});

describe('the entry log of a venue', () => {
  test('is asked for by an established visit, beside the look-ups of the case itself', async () => {
    const { page, at } = await story.aVisit();
    expect((await call('POST', `${page}${at}/look-ups`, {}, key())).body).toMatchObject({
      code: 'route/visit-not-established',
    });
    const { caseId, made, id } = await story.aLookUp();
    expect([made.status, made.headers.get('location')]).toEqual([201, `/look-ups/${id}`]);
    expect((await call('GET', `/look-ups/${id}`)).body).toMatchObject({
      stage: 'requested',
      kind: 'entryLog',
      legalBasis: 'idcpa-76-2',
      requestedBy: 'investigator',
      periodFrom: story.day(1),
      periodTo: story.day(1),
      venue: { placeId: 'REST-1' },
    });
    const now = new Date().toISOString();
    expect(await lookUpsOwed(world.uses, caseId, now)).toEqual(['entryLog', 'cardHistory']);
  });

  test('is not asked for days on which nobody could catch it, nor of a visit that there is not', async () => {
    expect((await story.aLookUp(10)).made).toMatchObject({
      status: 409,
      body: { code: 'information-request/outside-infectious-days' },
    });
    const { page } = await story.aVisit();
    expect(
      (await call('POST', `${page}/visits/01900000-0000-7000-8000-000000000000/look-ups`, {}, key())).status,
    ).toBe(404);
  });

  test('is read on record: who was there with the case, and for how long', async () => {
    const { at } = await story.answered(story.THREE);
    const { status, headers, body } = await story.about(at, '/visitors');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ stage: 'resulted', placeId: 'REST-1' });
    expect(body.items).toEqual([
      {
        entry: 'E-1',
        name: '김출입',
        phone: '010-5555-0001',
        from: story.moment('19:30'),
        to: story.moment('20:00'),
        minutes: 30,
      },
    ]);
    const page = (await call('GET', at)).body;
    expect(page).toMatchObject({
      consultations: 1,
      lastConsultation: { by: 'officer', purpose: 'contacts' },
    });
    expect(JSON.stringify(page)).not.toMatch(/김출입|5555/);
    expect(await story.about(at, '/person-notice', { channel: 'letter' })).toMatchObject({
      status: 409,
      body: { code: 'information-request/of-a-venue' },
    });
  });

  test('names contacts: each entry one, with the place and the time, however often it is asked', async () => {
    const { caseId, id, at } = await story.answered(story.THREE);
    const name = (entry: string) =>
      call('POST', `${at}/contacts`, { entry, person: story.rest, exposure: { faceToFace: true } }, key());
    const named = await name('E-1');
    expect(named.status).toBe(201);
    const contactId = String(named.body['contactId']);
    expect((await call('GET', `/contacts/${contactId}`)).body).toMatchObject({
      sourceCaseId: caseId,
      foundBy: 'entryLog',
      district: '11140',
      exposures: [
        {
          placeId: 'REST-1',
          setting: 'venue',
          dateOfFirstContact: story.day(1),
          dateOfLastContact: story.day(1),
          minutes: 30,
          faceToFace: true,
        },
      ],
    });
    const { exposedPersonId } = (await world.uses.contacts.load(contactId)).aggregate.state;
    const { personal } = (await world.uses.people.load(exposedPersonId)).aggregate;
    expect(personal).toMatchObject({ name: '김출입', phone: '+821055550001' });
    expect((await name('E-1')).body['contactId']).toBe(contactId);
    expect(await name('E-3')).toMatchObject({
      status: 404,
      body: { code: 'information-request/entry-not-found' },
    });
    const { consultations } = (await world.uses.informationRequests.load(id)).aggregate.state;
    expect(consultations).toBe(3);
  });

  test('is read no more when it is destroyed; a keeper that is down is told as that', async () => {
    const { id, at } = await story.answered(story.THREE);
    story.trouble('entry-log', 'down', 1);
    expect(await story.about(at, '/visitors')).toMatchObject({
      status: 503,
      body: { code: 'partner/unavailable', system: 'entry-log' },
    });
    await story.destroyed(id);
    expect(await story.about(at, '/visitors')).toMatchObject({
      status: 409,
      body: { code: 'information-request/records-destroyed' },
    });
    expect((await call('GET', at)).body['stage']).toBe('closed');
  });

  test('is not taken for the records of a case', async () => {
    const { caseId } = await story.aVisit();
    const asked = { kind: 'entryLog', periodFrom: story.day(2), periodTo: story.day(1) };
    const { body } = await call('POST', `/cases/${caseId}/look-ups`, asked, key());
    expect(await story.about(`/look-ups/${String(body['informationRequestId'])}`, '/visitors')).toMatchObject(
      {
        status: 409,
        body: { code: 'information-request/not-of-a-venue' },
      },
    );
  });
});
