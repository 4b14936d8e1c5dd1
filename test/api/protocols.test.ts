import { describe, expect, test } from '@jest/globals';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

test('the example of the documentation is published as it stands', async () => {
  const { example } = ENDPOINTS.find((one) => one.method === 'post' && one.path === '/protocols') ?? {};
  const { status, body } = await world.call('POST', '/protocols', example, key());
  expect([status, body]).toEqual([201, { version: 'kr-marsh-fever/2026-03-01/1', published: 1 }]);
});

const days = (endDay: number) => ({
  caseRelease: {
    appliesTo: 'openEpisodes',
    binding: 'duty',
    tracks: [
      {
        id: 'days',
        kind: 'time',
        minimum: [{ anchor: 'confirmed', anchorDayIs: 0, endDay, endTime: '24:00' }],
      },
    ],
  },
  releaseCheck: {
    appliesTo: 'openEpisodes',
    maximumRetests: 3,
    maximumDiagnosticTests: 2,
    daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
    resultWithinHours: 48,
  },
  contactHours: { appliesTo: 'openEpisodes', from: 9, to: 20, questionsPerCheck: 2, answerWithinHours: 6 },
});
const document = (disease: string, more: object = {}) => ({
  disease,
  jurisdiction: 'kr',
  effectiveFrom: '2026-03-01',
  unchanged: 'carryOver',
  rules: days(10),
  ...more,
});
const publish = (protocol: object, more: object = {}, headers = key()) =>
  world.call('POST', '/protocols', { protocol, ...more }, headers);
const placesOf = (body: Readonly<Record<string, unknown>>): unknown =>
  (body['errors'] as readonly { pointer: string; code: string }[]).map(({ pointer, code }) => [
    pointer,
    code,
  ]);

describe('publishing', () => {
  test('answers the version, where it is read, and with which words', async () => {
    const answer = await publish(document('reading'));
    expect(answer).toMatchObject({ status: 201, body: { version: 'kr-reading/2026-03-01/1' } });
    expect(answer.headers.get('location')).toBe('/protocols/kr-reading/2026-03-01/1');
    expect(await world.call('GET', '/protocols/kr-reading/2026-03-01/1')).toMatchObject({
      status: 200,
      body: { disease: 'reading', rules: { caseRelease: { since: '2026-03-01' } } },
    });
  });

  test('the same request twice, also at one moment, publishes once', async () => {
    const once = key();
    const answers = await Promise.all([1, 2, 3].map(() => publish(document('twice'), {}, once)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { body } = await world.call('GET', '/protocols?disease=twice');
    expect(body.items).toHaveLength(1);
  });

  test('two people at one moment: both versions stand', async () => {
    const answers = await Promise.all(
      ['2026-03-01', '2026-04-01', '2026-05-01'].map((effectiveFrom) =>
        publish(document('rivals', { effectiveFrom, unchanged: 'dropped' })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { body } = await world.call('GET', '/protocols?disease=rivals');
    expect(body.items).toHaveLength(3);
  });

  test('the same date again needs corrects, with the version that stands', async () => {
    await publish(document('corrected'));
    expect(await publish(document('corrected', { rules: days(7) }))).toMatchObject({
      status: 422,
      body: { code: 'protocol/effective-date-taken', version: 'kr-corrected/2026-03-01/1' },
    });
    const corrects = 'kr-corrected/2026-03-01/1';
    expect(await publish(document('corrected', { rules: days(7) }), { corrects })).toMatchObject({
      status: 201,
      body: { version: 'kr-corrected/2026-03-01/2' },
    });
    expect(await publish(document('corrected', { rules: days(5) }), { corrects })).toMatchObject({
      status: 422,
      body: { code: 'protocol/effective-date-taken', version: 'kr-corrected/2026-03-01/2' },
    });
    const unknown = { corrects: 'kr-corrected/2026-02-01/1' };
    expect((await publish(document('corrected', { rules: days(5) }), unknown)).status).toBe(404);
    expect(
      await publish(document('corrected', { rules: days(7) }), { corrects: 'kr-corrected/2026-03-01/2' }),
    ).toMatchObject({ status: 409, body: { code: 'protocol/already-published' } });
  });

  test('a stated period is a promise: nothing may begin in it', async () => {
    await publish(document('promised', { effectiveUntil: '2026-03-31' }));
    const inside = await publish(document('promised', { effectiveFrom: '2026-03-15' }));
    expect(inside).toMatchObject({
      status: 422,
      body: { code: 'protocol/overlapping-date', overlaps: 'kr-promised/2026-03-01/1' },
    });
    expect(placesOf(inside.body)).toEqual([['/protocol/effectiveFrom', 'protocol/overlapping-date']]);
    const over = document('promised', { effectiveFrom: '2026-02-01', effectiveUntil: '2026-03-01' });
    expect((await publish(over)).status).toBe(422);
    expect((await publish(document('promised', { effectiveFrom: '2026-04-01' }))).status).toBe(201);
  });

  test.each([
    ['a misspelt anchor', { anchor: 'onsett' }, '/anchor', 'invalid-value'],
    ['a negative length', { endDay: -1 }, '/endDay', 'negative-length'],
    ['a period that ends before its anchor day', { anchorDayIs: 1, endDay: 0 }, '/endDay', 'negative-length'],
    ['a field that the language does not have', { starts: 1 }, '/starts', 'unknown-field'],
  ])('%s is refused with its place', async (_what, wrong, place, code) => {
    const minimum = [{ anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00', ...wrong }];
    const rules = {
      caseRelease: { ...days(1).caseRelease, tracks: [{ id: 'days', kind: 'time', minimum }] },
    };
    const answer = await publish(document('wrong', { rules }));
    expect([answer.status, answer.body['code']]).toEqual([422, 'protocol/invalid']);
    expect(placesOf(answer.body)).toEqual([[`/protocol/rules/caseRelease/tracks/0/minimum/0${place}`, code]]);
  });

  test('nonsense of any kind is refused, never a 500', async () => {
    const deep = JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown;
    const odd = [
      {},
      { rules: null },
      { rules: deep },
      { disease: 1 },
      { parameters: [] },
      JSON.parse('{"__proto__": {"a": 1}}'),
    ];
    for (const protocol of odd) {
      expect((await publish(protocol as object)).status).toBe(422);
    }
    for (const body of [[], 'x', { protocol: [] }, { protocol: 'x' }, {}]) {
      expect((await world.call('POST', '/protocols', body, key())).status).toBe(400);
    }
  });

  test('without a token nobody reads or publishes', async () => {
    const none = { authorization: '' };
    expect((await world.call('GET', '/protocols?disease=mers', undefined, none)).status).toBe(401);
    expect((await world.call('POST', '/protocols/what-if', {}, none)).status).toBe(401);
  });
});

test('a version that nobody published is not found, in every way of asking', async () => {
  const nobody = 'kr-covid-19/1999-01-01/1';
  const history = { of: 'case' };
  const at = '2026-01-01T00:00:00Z';
  const answers = await Promise.all([
    world.call('GET', `/protocols/${nobody}`),
    world.call('GET', `/protocols/comparison?before=${nobody}&after=${nobody}`),
    world.call('POST', '/protocols/evaluations', {
      protocol: { version: nobody },
      question: 'release',
      history,
      at,
    }),
    world.call('POST', '/protocols/what-if', { protocol: { version: nobody } }),
  ]);
  expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
    answers.map(() => [404, 'protocol/not-found']),
  );
});

describe('asking', () => {
  const ask = (more: object) =>
    world.call('POST', '/protocols/evaluations', {
      protocol: { document: document('given') },
      question: 'release',
      history: { of: 'case', confirmedAt: '2026-03-02T00:00:00Z' },
      at: '2026-03-05T00:00:00Z',
      ...more,
    });

  test('a whole protocol given in the request, which is stored nowhere', async () => {
    expect(await ask({})).toMatchObject({
      status: 200,
      body: {
        protocol: 'given-in-request',
        answer: { verdict: 'keep', nextAt: '2026-03-13T00:00:00+09:00' },
      },
    });
    expect((await world.call('GET', '/protocols?disease=given')).body.items).toEqual([]);
  });

  test('a wrong history is refused with its place; a rule that is not there is told', async () => {
    const wrong = await ask({ history: { of: 'case', confirmedAt: 'soon', reports: [{ at: 'x' }] } });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'protocol/history-malformed']);
    expect(placesOf(wrong.body)).toEqual([
      ['/history/confirmedAt', 'invalid-format'],
      ['/history/reports/0/at', 'invalid-format'],
    ]);
    expect(await ask({ question: 'monitoring' })).toMatchObject({
      status: 409,
      body: { code: 'protocol/rule-absent', rule: 'monitoring' },
    });
  });
});

test('what if: a line for each case that would change, and when', async () => {
  const { caseId } = (await world.call('POST', '/cases', diagnosis(), key())).body;
  const lines = (
    await world.text(
      'POST',
      '/protocols/what-if',
      JSON.stringify({ protocol: { document: document('x', { rules: days(0) }) } }),
    )
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const changed = lines.filter(({ kind }) => kind === 'case');
  expect(changed.map((line) => [line['caseId'], line['change']])).toContainEqual([caseId, 'earlier']);
  const ofCase = changed.find((line) => line['caseId'] === caseId);
  expect(ofCase).toMatchObject({
    now: { protocol: 'kr-covid-19/2020-06-25/1', verdict: 'keep', because: 'period-running' },
    after: { protocol: 'given-in-request', verdict: 'keep', because: 'period-running' },
  });
  expect(lines.at(-1)).toMatchObject({ kind: 'summary', earlier: changed.length });
});
