import { describe, expect, test } from '@jest/globals';
import { apiWorld, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

const touched = { ...somebody(), name: '김접촉', district: '11110' };
const exposure = {
  dateOfLastContact: '2026-01-02',
  placeId: 'P-1',
  setting: 'venue',
  faceToFace: true,
  minutes: 20,
};
const contact = { person: touched, foundBy: 'interview', exposures: [exposure] };
const at = (version: unknown) => ({ ...key(), 'if-match': `"${String(version)}"` });
const named = async () => {
  const { caseId } = await world.opened();
  const { body } = await world.call('POST', `/cases/${caseId}/contacts`, contact, key());
  return { caseId, contactId: String(body['contactId']), version: body.version };
};

describe('a contact of a case', () => {
  test('is named, somebody new or known, once for one key', async () => {
    const { caseId } = await world.opened();
    const once = key();
    const answers = await Promise.all(
      [1, 2].map(() => world.call('POST', `/cases/${caseId}/contacts`, contact, once)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const contactId = String(answers[0]?.body['contactId']);
    expect(answers[0]?.headers.get('location')).toBe(`/contacts/${contactId}`);
    const page = await world.call('GET', `/contacts/${contactId}`);
    expect(page.body).toMatchObject({
      contactId,
      stage: 'named',
      sourceCaseId: caseId,
      exposures: [exposure],
    });
    const personId = page.body['exposedPersonId'];
    const other = await world.opened();
    const known = { ...contact, person: { personId } };
    expect((await world.call('POST', `/cases/${other.caseId}/contacts`, known, key())).status).toBe(201);
  });

  test('is not named twice, of oneself, or for a case that there is not', async () => {
    const { caseId, personId } = await world.opened();
    const oneself = await world.call(
      'POST',
      `/cases/${caseId}/contacts`,
      { ...contact, person: { personId } },
      key(),
    );
    expect([oneself.status, oneself.body['code']]).toEqual([422, 'contact/of-oneself']);
    const nowhere = await world.call(
      'POST',
      `/cases/01900000-0000-7000-8000-000000000000/contacts`,
      contact,
      key(),
    );
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'case/not-found']);

    const { contactId, caseId: source, version } = await named();
    const { exposedPersonId } = (await world.call('GET', `/contacts/${contactId}`)).body;
    const known = { ...contact, person: { personId: exposedPersonId } };
    const twice = await world.call('POST', `/cases/${source}/contacts`, known, key());
    expect(twice).toMatchObject({ status: 409, body: { code: 'contact/already-named', contactId } });
    await world.call('POST', `/contacts/${contactId}/drop`, { reason: 'entered-by-mistake' }, at(version));
    const both = await Promise.all(
      [1, 2].map(() => world.call('POST', `/cases/${source}/contacts`, known, key())),
    );
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const again = both.find(({ status }) => status === 201)?.body['contactId'];
    expect(again).not.toBe(contactId);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'contact/already-named',
      contactId: again,
    });
  });

  test.each([
    ['no exposure', { ...contact, exposures: [] }],
    [
      'a name among the attributes',
      { ...contact, exposures: [{ ...exposure, attributes: { who: '홍길동' } }] },
    ],
    ['an unknown member', { ...contact, nickname: 'x' }],
    ['a person without a district', { ...contact, person: somebody() }],
  ])('with %s is refused', async (_what, body) => {
    const { caseId } = await world.opened();
    const { status, body: problem } = await world.call('POST', `/cases/${caseId}/contacts`, body, key());
    expect([400, 422]).toContain(status);
    expect(JSON.stringify(problem)).not.toContain('홍길동');
  });

  test('is exposed again, graded, asked how they are, and dropped', async () => {
    const { contactId, version } = await named();
    const again = await world.call(
      'POST',
      `/contacts/${contactId}/exposures`,
      { ...exposure, placeId: 'P-2' },
      at(version),
    );
    expect([again.status, again.body.version]).toEqual([200, version + 1]);
    const early = await world.call(
      'POST',
      `/contacts/${contactId}/symptom-reports`,
      { symptomatic: true },
      at(again.body.version),
    );
    expect([early.status, early.body['code']]).toEqual([409, 'contact/not-graded']);
    const graded = await world.call(
      'POST',
      `/contacts/${contactId}/grade`,
      { grade: 'close' },
      at(again.body.version),
    );
    expect(graded.body).toMatchObject({ stage: 'graded', contactId });
    const stale = await world.call('POST', `/contacts/${contactId}/grade`, { grade: 'none' }, at(version));
    expect([stale.status, stale.body['code']]).toEqual([412, 'if-match/stale']);
    const report = { symptomatic: true, dateOfSymptomOnset: '2026-01-04' };
    const told = await world.call(
      'POST',
      `/contacts/${contactId}/symptom-reports`,
      report,
      at(graded.body.version),
    );
    expect(told.status).toBe(200);
    const doses = (vaccinatedOn: unknown) =>
      world.call('POST', `/contacts/${contactId}/vaccinations`, { vaccinatedOn }, at(told.body.version));
    expect((await doses(['last week'])).status).toBe(400);
    expect(await doses(['2999-01-01'])).toMatchObject({ status: 422, body: { code: 'date/in-the-future' } });
    const vaccinated = await doses(['2025-06-01', '2025-05-01']);
    expect(vaccinated.status).toBe(200);
    expect((await world.call('GET', `/contacts/${contactId}`)).body).toMatchObject({
      vaccinatedOn: ['2025-05-01', '2025-06-01'],
    });
    const infected = await world.call(
      'POST',
      `/contacts/${contactId}/transmission`,
      { certainty: 'probable' },
      at(vaccinated.body.version),
    );
    expect([infected.status, infected.body['code']]).toEqual([409, 'contact/not-a-case']);
    const dropped = await world.call(
      'POST',
      `/contacts/${contactId}/drop`,
      { reason: 'not-exposed' },
      at(vaccinated.body.version),
    );
    expect(dropped.body).toMatchObject({ stage: 'dropped' });
  });
});

describe('people at the same place at the same time', () => {
  test('are candidates for naming, with how long both were there', async () => {
    const [one, other, elsewhere] = await Promise.all([world.opened(), world.opened(), world.opened()]);
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const visit = async (caseId: string, placeId: string, from: string, to: string) => {
      await world.visited(caseId, { placeId, from: `${day}T${from}:00Z`, to: `${day}T${to}:00Z` });
    };
    await visit(one.caseId, 'CAFE-1', '00:00', '00:40');
    await visit(other.caseId, 'CAFE-1', '00:15', '01:00');
    await visit(elsewhere.caseId, 'CAFE-1', '00:41', '01:00');
    await visit(elsewhere.caseId, 'CAFE-2', '00:00', '00:40');
    const { status, body } = await world.call('GET', `/cases/${one.caseId}/co-visitors`);
    expect([status, body.items]).toEqual([
      200,
      [
        {
          personId: other.personId,
          caseId: other.caseId,
          district: '11110',
          placeId: 'CAFE-1',
          from: `${day}T09:15:00+09:00`,
          to: `${day}T09:40:00+09:00`,
          minutes: 25,
          contactId: null,
          grade: null,
          next: 'decideByPerson',
          missing: ['distanceMetres', 'faceToFace', 'touched', 'careWithoutProtection'],
        },
      ],
    ]);
    expect(body).toMatchObject({ protocolVersion: 'kr-covid-19/2020-06-25/1' });
  });
});
