import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

const stored = async (): Promise<number> => {
  const { rows } = await world.pool.query<{ n: number }>(
    'select ((select count(*) from person) + (select count(*) from disease_case))::int as n',
  );
  return rows[0]?.n ?? 0;
};

describe('bad input is told with its place, and stores nothing', () => {
  test.each<readonly [string, unknown, number, string, ...string[]]>([
    ['malformed JSON', '{"kind":', 400, 'request/malformed-json'],
    ['no object', '7', 400, 'request/malformed-json'],
    ['an unknown field', { ...diagnosis(), colour: 'red' }, 400, 'request/invalid', '/colour'],
    ['a wrong type', { ...diagnosis(), symptomatic: 'yes' }, 400, 'request/invalid', '/symptomatic'],
    [
      'a person without a telephone',
      { ...diagnosis(), person: { ...somebody(), phone: undefined } },
      400,
      'request/invalid',
      '/person/phone',
    ],
    [
      'a service number',
      { ...diagnosis(), person: { ...somebody(), phone: '1339' } },
      422,
      'phone/not-a-persons-number',
      '/person/phone',
    ],
    [
      'a disease that no protocol releases from',
      { ...diagnosis(), disease: 'nowhere-fever' },
      422,
      'disease/without-protocol',
      '/disease',
    ],
    [
      'an onset in the future',
      { ...diagnosis(), dateOfSymptomOnset: '2999-01-01' },
      422,
      'date/in-the-future',
      '/dateOfSymptomOnset',
    ],
    [
      'a birth in the future',
      { ...diagnosis(), person: { ...somebody(), birthDate: '2999-01-01' } },
      422,
      'birth-date/in-the-future',
      '/person/birthDate',
    ],
    [
      'a day that does not exist',
      { ...diagnosis(), dateOfSymptomOnset: '2026-02-30' },
      400,
      'request/invalid',
      '/dateOfSymptomOnset',
    ],
    [
      'an empty name',
      { ...diagnosis(), person: { ...somebody(), name: ' ' } },
      422,
      'person/name-empty',
      '/person/name',
    ],
    [
      'a NUL in a name',
      { ...diagnosis(), person: { ...somebody(), name: 'a\u0000b' } },
      400,
      'request/invalid',
      '/person/name',
    ],
    [
      'a lone surrogate',
      { ...diagnosis(), person: { ...somebody(), name: 'a\ud800' } },
      422,
      'person/name-empty',
      '/person/name',
    ],
    ['a prototype key', '{"kind":"diagnosis","__proto__":{"x":1}}', 400, 'request/invalid'],
    [
      'a person nobody knows',
      { ...diagnosis(), person: { personId: randomUUID() } },
      404,
      'person/not-found',
    ],
    [
      'a specimen with a diagnosis',
      { ...diagnosis(), specimenId: 'S-1' },
      400,
      'request/invalid',
      '/specimenId',
    ],
  ])('%s', async (_what, body, status, code, ...pointers) => {
    const before = await stored();
    const answer = await world.call('POST', '/cases', body, key());
    expect([answer.status, answer.body['code'], answer.body['type']]).toEqual([
      status,
      code,
      `/problems/${code}`,
    ]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    for (const pointer of pointers)
      expect(answer.body['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
    expect(await stored()).toBe(before);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain'])('a body of %s', async (type) => {
    const answer = await world.call('POST', '/cases', 'kind=diagnosis', { ...key(), 'content-type': type });
    expect([answer.status, answer.body['code']]).toEqual([415, 'request/not-json']);
  });

  test('titles come in Korean, and in English for those who ask', async () => {
    const korean = await world.call('GET', `/cases/${randomUUID()}`);
    const english = await world.call('GET', `/cases/${randomUUID()}`, undefined, { 'accept-language': 'en' });
    expect([korean.status, korean.body['title']]).toEqual([404, expect.stringContaining('사례')]);
    expect(english.body['title']).toContain('no such case');
  });

  test.each([
    ['/cases?colour=red', 400],
    ['/cases?limit=0', 400],
    ['/cases?stage=nowhere', 400],
    ['/nothing', 404],
    ['/cases/7', 400],
    ['/cases?officer=%00', 400],
    ['/tasks?owner=%00', 400],
    ['/access-records?staff=%00', 400],
    ['/staff/a%00b', 400],
  ])('GET %s', async (path, status) => {
    expect((await world.call('GET', path)).status).toBe(status);
  });

  test('a method that an address does not take is refused, with those that it does', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/cases', 'POST, GET, HEAD'],
      ['POST', `/cases/${randomUUID()}`, 'GET, HEAD'],
      ['GET', `/cases/${randomUUID()}/death`, 'POST'],
    ] as const) {
      const answer = await world.call(method, path);
      expect([answer.status, answer.body['code']]).toEqual([405, 'request/method-not-allowed']);
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });

  test('without a token, or with a wrong one, nothing is told', async () => {
    for (const authorization of ['', 'Bearer nobody', 'Basic x']) {
      const answer = await world.call('GET', '/cases', undefined, { authorization });
      expect([answer.status, answer.body['code']]).toEqual([401, 'token/missing-or-unknown']);
    }
  });
});
