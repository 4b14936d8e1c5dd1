import { describe, expect, test } from '@jest/globals';
import { openCaseOfContact } from '../../activities/epidemiological-investigation/turn-contact.ts';
import { openCase } from '../../activities/patient-management/open-case.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

const exposure = {
  dateOfLastContact: '2026-01-02',
  placeId: 'P-1',
  setting: 'venue',
  faceToFace: true,
  minutes: 20,
};
const first = async () => (await world.call('POST', '/cases', diagnosis(), key())).body;
const known = (personId: string) => ({ ...diagnosis(), person: { personId } });
const withdraw = async (caseId: string, version: number) =>
  world.call(
    'POST',
    `/cases/${caseId}/withdrawal`,
    { reason: 'wrong-result' },
    { ...key(), 'if-match': `"${version}"` },
  );
const die = async (caseId: string, version: number) =>
  world.call(
    'POST',
    `/cases/${caseId}/death`,
    { dateOfDeath: '2020-06-25' },
    { ...key(), 'if-match': `"${version}"` },
  );

describe('a second case of one person and disease', () => {
  test('is refused while the first is open, with its id and with what to do', async () => {
    const { caseId, personId } = await first();
    const answer = await world.call('POST', '/cases', known(personId), key());
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'case/already-open', caseId });
    expect(answer.body['title']).toMatch(/caseId의 사례에 기록하세요/);
    expect(await world.uses.lookups.episodesOf(personId, 'covid-19')).toHaveLength(1);
  });

  test('of many at one moment one is opened; the others are told of it', async () => {
    const { caseId, personId, version } = await first();
    await withdraw(caseId, version);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => world.call('POST', '/cases', known(personId), key())),
    );
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
      201, 409, 409, 409,
    ]);
    const opened = answers.find(({ status }) => status === 201)?.body.caseId;
    for (const { status, body } of answers) {
      if (status === 409) expect(body).toMatchObject({ code: 'case/already-open', caseId: opened });
    }
  });

  test('asked for again under its key is answered as it was, also once it is closed', async () => {
    const { caseId, personId, version } = await first();
    await withdraw(caseId, version);
    const once = key();
    const opened = await world.call('POST', '/cases', known(personId), once);
    const again = await world.call('POST', '/cases', known(personId), once);
    expect([again.status, again.body]).toEqual([201, opened.body]);
    const other = await world.call('POST', '/cases', { ...known(personId), district: '26110' }, once);
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key/reused']);
    await withdraw(opened.body.caseId, opened.body.version);
    expect((await world.call('POST', '/cases', known(personId), once)).body).toEqual(opened.body);
  });
});

describe('a re-infection', () => {
  test('is a new case that knows the last confirmed one, which stays as it was', async () => {
    const { caseId, personId, version } = await first();
    await die(caseId, version);
    const before = (await world.call('GET', `/cases/${caseId}`)).body;
    const second = (await world.call('POST', '/cases', known(personId), key())).body;
    await withdraw(second.caseId, second.version);
    const third = (await world.call('POST', '/cases', known(personId), key())).body;
    expect((await world.call('GET', `/cases/${second.caseId}`)).body['previousCaseId']).toBe(caseId);
    expect((await world.call('GET', `/cases/${third.caseId}`)).body['previousCaseId']).toBe(caseId); // the second was none
    expect((await world.call('GET', `/cases/${caseId}`)).body).toEqual(before);
    expect(before['previousCaseId']).toBeNull();
  });
});

test('a contact whose case somebody opens at the same moment gets that case', async () => {
  const source = await first();
  const exposed = await first();
  const named = await world.call(
    'POST',
    `/cases/${source.caseId}/contacts`,
    { person: { personId: exposed.personId }, foundBy: 'interview', exposures: [exposure] },
    key(),
  );
  const { uses } = world;
  const id = String(named.body['contactId']);
  // It looks before the other case is there, and opens after it.
  let looked = 0;
  const lookups = {
    ...uses.lookups,
    episodesOf: async (who: string, disease: string) =>
      (looked += 1) === 1 ? [] : uses.lookups.episodesOf(who, disease),
  };
  const turned = await openCaseOfContact(
    { ...uses, lookups },
    openCase(uses),
  )({
    id,
    because: 'symptoms',
    at: await uses.clock.now(),
  });
  expect(turned).toEqual({ caseId: exposed.caseId });
  expect(looked).toBe(1);
});
