import { describe, expect, test } from '@jest/globals';
import { lookUpsOwed } from '../../activities/epidemiological-investigation/look-ups-owed.ts';
import { key } from '../support/api-world.ts';
import { REST, refusedAs } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();

describe('the entry log of a venue', () => {
  test('is asked for by an established visit, beside the look-ups of the case itself', async () => {
    const { page, at } = await here.story.aVisit();
    expect((await here.call('POST', `${page}${at}/look-ups`, {}, key())).body).toMatchObject({
      code: 'route/visit-not-established',
    });
    const { caseId, made, id } = await here.story.aLookUp();
    expect([made.status, made.headers.get('location')]).toEqual([201, `/look-ups/${id}`]);
    expect((await here.call('GET', `/look-ups/${id}`)).body).toMatchObject({
      stage: 'requested',
      kind: 'entryLog',
      legalBasis: 'idcpa-76-2',
      requestedBy: 'investigator',
      periodFrom: here.story.day(1),
      periodTo: here.story.day(1),
      venue: { placeId: 'REST-1' },
    });
    const now = new Date().toISOString();
    expect(await lookUpsOwed(here.world.uses, caseId, now)).toEqual(['entryLog', 'cardHistory']);
  });

  test('is not asked for days on which nobody could catch it, nor of a visit that there is not', async () => {
    expect((await here.story.aLookUp(10)).made).toMatchObject(refusedAs('outside-infectious-days'));
    const { page } = await here.story.aVisit();
    expect(
      (await here.call('POST', `${page}/visits/01900000-0000-7000-8000-000000000000/look-ups`, {}, key()))
        .status,
    ).toBe(404);
  });

  test('is read on record: who was there with the case, and for how long', async () => {
    const { at } = await here.story.answered(here.story.THREE);
    const { status, headers, body } = await here.story.about(at, '/visitors');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ stage: 'resulted', placeId: 'REST-1' });
    expect(body.items).toEqual([
      {
        entry: 'E-1',
        name: '김출입',
        phone: '010-5555-0001',
        from: here.story.moment('19:30'),
        to: here.story.moment('20:00'),
        minutes: 30,
      },
    ]);
    const page = (await here.call('GET', at)).body;
    expect(page).toMatchObject({
      consultations: 1,
      lastConsultation: { by: 'officer', purpose: 'contacts' },
    });
    expect(JSON.stringify(page)).not.toMatch(/김출입|5555/);
    expect(await here.story.about(at, '/person-notice', { channel: 'letter' })).toMatchObject(
      refusedAs('of-a-venue'),
    );
  });

  test('names contacts: each entry one, with the place and the time, however often it is asked', async () => {
    const { caseId, id, at } = await here.story.answered(here.story.THREE);
    const name = (entry: string) =>
      here.call('POST', `${at}/contacts`, { entry, person: REST, exposure: { faceToFace: true } }, key());
    const named = await name('E-1');
    expect(named.status).toBe(201);
    const contactId = String(named.body['contactId']);
    expect((await here.call('GET', `/contacts/${contactId}`)).body).toMatchObject({
      sourceCaseId: caseId,
      foundBy: 'entryLog',
      district: '11140',
      exposures: [
        {
          placeId: 'REST-1',
          setting: 'venue',
          dateOfFirstContact: here.story.day(1),
          dateOfLastContact: here.story.day(1),
          minutes: 30,
          faceToFace: true,
        },
      ],
    });
    const { exposedPersonId } = (await here.world.uses.contacts.load(contactId)).aggregate.state;
    const { personal } = (await here.world.uses.people.load(exposedPersonId)).aggregate;
    expect(personal).toMatchObject({ name: '김출입', phone: '+821055550001' });
    expect((await name('E-1')).body['contactId']).toBe(contactId);
    expect(await name('E-3')).toMatchObject({
      status: 404,
      body: { code: 'information-request/entry-not-found' },
    });
    const { consultations } = (await here.world.uses.informationRequests.load(id)).aggregate.state;
    expect(consultations).toBe(2); // who was named is answered without another look at the records
  });

  test('is read no more when it is destroyed; a keeper that is down is told as that', async () => {
    const { id, at } = await here.story.answered(here.story.THREE);
    here.story.trouble('entry-log', 'down', 1);
    expect(await here.story.about(at, '/visitors')).toMatchObject({
      status: 503,
      body: { code: 'partner/unavailable', system: 'entry-log' },
    });
    await here.story.destroyed(id);
    expect(await here.story.about(at, '/visitors')).toMatchObject(refusedAs('records-destroyed'));
    expect((await here.call('GET', at)).body['stage']).toBe('closed');
  });

  test('is not taken for the records of a case', async () => {
    const { caseId } = await here.story.aVisit();
    const asked = { kind: 'entryLog', periodFrom: here.story.day(2), periodTo: here.story.day(1) };
    const { body } = await here.call('POST', `/cases/${caseId}/look-ups`, asked, key());
    expect(
      await here.story.about(`/look-ups/${String(body['informationRequestId'])}`, '/visitors'),
    ).toMatchObject(refusedAs('not-of-a-venue'));
  });
});
