import { describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

describe('the same request twice', () => {
  test('is answered alike and makes one case, also at one moment', async () => {
    const once = key();
    const asked = diagnosis();
    const answers = await Promise.all([1, 2, 3].map(() => world.call('POST', '/cases', asked, once)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { rows } = await world.pool.query(
      'select count(*)::int as n from domain_event where command_id like $1',
      [`%${once['idempotency-key']}%`],
    );
    expect(rows[0]).toEqual({ n: 1 + 3 });
  });
  test('with another body is refused', async () => {
    const once = key();
    const asked = diagnosis();
    await world.call('POST', '/cases', asked, once);
    const answer = await world.call('POST', '/cases', { ...asked, district: '26110' }, once);
    expect([answer.status, answer.body['code']]).toEqual([422, 'idempotency-key/reused']);
  });
  test('without a key is refused', async () => {
    expect(await world.call('POST', '/cases', diagnosis())).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key/missing' },
    });
  });
});

describe('a change', () => {
  test('needs the version that was read', async () => {
    const { caseId, version } = await world.opened();
    const report = { course: 'improving' };
    expect(await world.call('POST', `/cases/${caseId}/symptom-reports`, report, key())).toMatchObject({
      status: 428,
      body: { code: 'if-match/missing' },
    });
    const stale = await world.call('POST', `/cases/${caseId}/symptom-reports`, report, {
      ...key(),
      'if-match': '"1"',
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'if-match/stale', currentVersion: version } });
    const right = await world.call('POST', `/cases/${caseId}/symptom-reports`, report, {
      ...key(),
      'if-match': `"${version}"`,
    });
    expect([right.status, right.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
  });
  test('by two people at once: one wins, the other is told the present version', async () => {
    const { caseId, version } = await world.opened();
    const both = await Promise.all(
      [1, 2].map(() =>
        world.call(
          'POST',
          `/cases/${caseId}/transfer-to-hospital`,
          {},
          { ...key(), 'if-match': `"${version}"` },
        ),
      ),
    );
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 412]);
    const lost = both.find(({ status }) => status === 412);
    expect(lost?.body['currentVersion']).toBe((await world.call('GET', `/cases/${caseId}`)).body['version']);
  });
  test('after the end is refused', async () => {
    const { caseId, version } = await world.opened();
    const ended = await world.call(
      'POST',
      `/cases/${caseId}/withdrawal`,
      { reason: 'wrong-result' },
      { ...key(), 'if-match': `"${version}"` },
    );
    const answer = await world.call(
      'POST',
      `/cases/${caseId}/symptom-reports`,
      { course: 'improving' },
      { ...key(), 'if-match': `"${ended.body['version']}"` },
    );
    expect([answer.status, answer.body['code']]).toEqual([409, 'case/already-closed']);
  });
});
