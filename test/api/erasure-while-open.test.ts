import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

const registered = async (more: object = {}): Promise<string> => {
  const values = { ...somebody(), language: 'ko', district: '11110' };
  return (await world.call('POST', '/people', { ...values, ...more }, key())).body.personId;
};
const patient = async () => (await world.call('POST', '/cases', diagnosis(), key())).body;
const about = async (page: string, path: string, body: object) => {
  const { version } = (await world.call('GET', page)).body;
  return world.call('POST', page + path, body, { ...key(), 'if-match': `"${version}"` });
};
const stageOf = async (personId: string) => (await world.uses.people.load(personId)).aggregate.state.stage;
const erased = async (personId: string) => {
  const { version } = (await world.uses.people.load(personId)).aggregate;
  const { status, body } = await world.call(
    'POST',
    `/people/${personId}/erasure`,
    { legalBasis: 'pipa-21' },
    { ...key(), 'if-match': `"${version}"` },
  );
  return { status, code: body['code'], open: body['open'], said: String(body['title']) };
};
const refusedFor = (open: string) => ({ status: 409, code: 'person/something-open', open });
const put = (sql: string, values: readonly unknown[]) => world.pool.query(sql, [...values]);
/** A row as its repository would keep it. */
const row = async (table: string, state: object): Promise<string> => {
  const id = randomUUID();
  await put(`insert into ${table} (id, version, state) values ($1, 1, $2)`, [id, state]);
  return id;
};
const ends = (table: string, id: string, stage: string) =>
  put(`update ${table} set state = jsonb_set(state, '{stage}', to_jsonb($2::text)) where id = $1`, [
    id,
    stage,
  ]);

describe('nobody is erased', () => {
  test('while a case of theirs is open, nor while one of a record merged into theirs is', async () => {
    const { caseId, personId } = await patient();
    expect(await erased(personId)).toMatchObject(refusedFor('case'));
    expect(await stageOf(personId)).toBe('registered');
    const survivor = await registered();
    const { version } = (await world.uses.people.load(personId)).aggregate;
    await world.call(
      'POST',
      `/people/${personId}/merge`,
      { survivorId: survivor },
      { ...key(), 'if-match': `"${version}"` },
    );
    const refusal = await erased(survivor);
    expect(refusal).toMatchObject(refusedFor('case'));
    expect(refusal.said).toMatch(/지정한 뒤 다시 파기하세요/);
    expect([await stageOf(survivor), await stageOf(personId)]).toEqual(['registered', 'merged']);

    await about(`/cases/${caseId}`, '/withdrawal', { reason: 'entered-by-mistake' });
    expect((await erased(survivor)).status).toBe(200);
    expect([await stageOf(survivor), await stageOf(personId)]).toEqual(['erased', 'erased']);
  });

  test('but who had a case that was withdrawn, though nobody has answered its survey', async () => {
    const { caseId, personId } = await patient();
    await row('survey', { stage: 'offered', caseId, personId });
    expect(await erased(personId)).toMatchObject(refusedFor('case'));
    await about(`/cases/${caseId}`, '/withdrawal', { reason: 'entered-by-mistake' });
    expect((await erased(personId)).status).toBe(200);
  });

  test('while a closed case of theirs may be another person’s', async () => {
    const { caseId, personId } = await patient();
    await about(`/cases/${caseId}`, '/withdrawal', { reason: 'entered-by-mistake' });
    await put(
      `update disease_case set state = state || '{"identityInDoubt":"name-differs"}'::jsonb where id = $1`,
      [caseId],
    );
    expect(await erased(personId)).toMatchObject(refusedFor('case'));
  });

  test('while they are watched as a contact, isolated, owed supplies or money', async () => {
    const personId = await registered();
    const contact = await row('contact', {
      stage: 'follow-up',
      sourceCaseId: randomUUID(),
      exposedPersonId: personId,
    });
    expect(await erased(personId)).toMatchObject(refusedFor('contact'));
    await ends('contact', contact, 'dropped');
    const isolation = await row('isolation', { stage: 'active', kind: 'quarantine', personId });
    expect(await erased(personId)).toMatchObject(refusedFor('isolation'));
    await ends('isolation', isolation, 'ended');
    const supplies = await row('supplies', { stage: 'shipped', isolationId: isolation });
    const claim = await row('living_support', { stage: 'approved', isolationId: isolation });
    expect(await erased(personId)).toMatchObject(refusedFor('supplies|claim'));
    await ends('supplies', supplies, 'delivered');
    await ends('living_support', claim, 'paid');
    expect((await erased(personId)).status).toBe(200);
  });

  test('who is the guardian of somebody, until that one has another', async () => {
    const [guardian, ward] = [await registered(), await registered({ birthDate: '2015-05-05' })];
    const named = await world.call(
      'POST',
      `/people/${ward}/guardian`,
      { guardianId: guardian },
      { ...key(), 'if-match': '"1"' },
    );
    expect(named.status).toBe(200);
    expect(await erased(guardian)).toMatchObject(refusedFor('guardian'));
    await world.call('POST', `/people/${ward}/guardian/removal`, {}, { ...key(), 'if-match': '"2"' });
    expect((await erased(guardian)).status).toBe(200);
  });

  test('in part: of a stale version nothing goes, no record that was merged into theirs either', async () => {
    const [survivor, duplicate] = [await registered(), await registered()];
    const first = { ...key(), 'if-match': '"1"' };
    await world.call('POST', `/people/${duplicate}/merge`, { survivorId: survivor }, first);
    const stale = { ...key(), 'if-match': '"7"' };
    const { status } = await world.call(
      'POST',
      `/people/${survivor}/erasure`,
      { legalBasis: 'pipa-21' },
      stale,
    );
    expect([status, await stageOf(duplicate)]).toEqual([412, 'merged']);
  });

  test('twice: who asks again with the same key is answered as before, whatever is open since', async () => {
    const personId = await registered();
    const identity = { ...key(), 'if-match': '"1"' };
    const ask = () => world.call('POST', `/people/${personId}/erasure`, { legalBasis: 'pipa-21' }, identity);
    const first = await ask();
    expect(first.status).toBe(200);
    await row('contact', { stage: 'follow-up', sourceCaseId: randomUUID(), exposedPersonId: personId });
    expect((await ask()).body).toEqual(first.body);
  });
});
