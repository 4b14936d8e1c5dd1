import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { OFFICER, tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);

test('a round is asked for once, paused and let go on by its version', async () => {
  const round = { day: '2026-03-01', slot: '09:00' };
  const asked = await world.call('POST', '/monitoring-rounds', round, key());
  expect(asked.status).toBe(202);
  const runId = String(asked.body['runId']);
  expect((await world.call('POST', '/monitoring-rounds', round, key())).body['runId']).toBe(runId);

  const read = await world.call('GET', `/bulk-runs/${runId}`);
  expect(read.body).toMatchObject({
    kind: 'monitoring-round',
    key: 'kr/2026-03-01-0900',
    stage: 'running',
    progress: [],
  });
  const paused = await world.call('POST', `/bulk-runs/${runId}/pause`, {}, { ...key(), 'if-match': '"1"' });
  expect(paused.body).toMatchObject({ runId, stage: 'paused', version: 2 });
  const stale = await world.call('POST', `/bulk-runs/${runId}/resume`, {}, { ...key(), 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  const resumed = await world.call('POST', `/bulk-runs/${runId}/resume`, {}, { ...key(), 'if-match': '"2"' });
  expect(resumed.body).toMatchObject({ stage: 'running', version: 3 });
  expect((await world.call('GET', '/bulk-runs?kind=monitoring-round')).body.items).toHaveLength(1);
  expect((await world.call('GET', `/bulk-runs/${runId}/results`)).body.items).toEqual([]);
});

test('what became of a row is told in words, with what to do next', async () => {
  const asked = await world.call('POST', '/retention-sweeps', { day: '2026-03-01' }, key());
  const runId = String(asked.body['runId']);
  await world.pool.query(
    `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
     values ($1, 'case', 'a', 'result-decides', '{}'), ($1, 'case', 'b', 'of-an-earlier-version', '{}'),
       ($1, 'row', 'a', 'refused', '{"code":"row/episode-over"}'),
       ($1, 'row', 'b', 'refused', '{"code":"phone/not-a-persons-number"}'),
       ($1, 'row', 'c', 'refused', '{"code":"of-an-earlier-version"}')`,
    [runId],
  );
  const { body } = await world.call('GET', `/bulk-runs/${runId}/results`);
  expect(body.items).toMatchObject([
    {
      outcome: 'result-decides',
      says: { ko: expect.stringContaining('재검사 결과'), en: expect.stringContaining('waited for') },
    },
    { outcome: 'of-an-earlier-version' },
    { says: { en: expect.stringContaining('was released or has died') } },
    { says: { en: expect.stringContaining('number') } },
    { says: { en: expect.stringContaining('details.code') } },
  ]);
});

test('what became of every row is taken as one CSV file, with nothing in it that a spreadsheet would run', async () => {
  const asked = await world.call('POST', '/retention-sweeps', { day: '2026-02-28' }, key());
  const runId = String(asked.body['runId']);
  await world.pool.query(
    `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
     select $1::uuid, 'row', 'P-' || lpad(n::text, 4, '0'), 'destroyed', '{}'::jsonb from generate_series(1, 1500) n
     union all
     select $1::uuid, 'row', '=1+2', 'refused', '{"code":"row/episode-over","at":"2026-03-01T00:00:00Z"}'::jsonb`,
    [runId],
  );
  const rowsOf = async (query: string, language: string): Promise<Record<string, string>[]> => {
    const path = `/bulk-runs/${runId}/results.csv${query}`;
    return parse(await world.text('GET', path, undefined, { 'accept-language': language }), {
      bom: true,
      columns: true,
    });
  };
  const all = await rowsOf('', 'ko');
  expect(all).toHaveLength(1_501);
  expect(new Set(all.map((row) => row['대상'])).size).toBe(1_501);
  expect(await rowsOf('?outcome=refused', 'en')).toEqual([
    {
      'kind of subject': 'row',
      subject: "'=1+2",
      outcome: 'refused',
      code: 'row/episode-over',
      'what it means': expect.stringContaining('was released or has died'),
      details: '{"at":"2026-03-01T09:00:00+09:00","code":"row/episode-over"}',
    },
  ]);
  const [inKorean] = await rowsOf('?outcome=refused&language=ko', 'en');
  expect(inKorean?.['설명']).toMatch(/이미 해제되었거나/);
  const response = await fetch(`${world.base}/bulk-runs/${runId}/results.csv`, {
    headers: { authorization: `Bearer ${await tokenFor(OFFICER)}` },
  });
  await response.body?.cancel();
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="results-${runId}.csv"`);
});

test('a sweep of a day that has not come is refused, and the day’s own sweep is still free', async () => {
  for (const [language, says] of [
    ['ko', '오늘이나 그 이전 날짜'],
    ['en', 'Give today or an earlier day'],
  ] as const) {
    const headers = { ...key(), 'accept-language': language };
    const refused = await world.call('POST', '/retention-sweeps', { day: '2999-01-01' }, headers);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'bulk-run/day-not-come',
      title: expect.stringContaining(says),
      errors: [{ pointer: '/day' }],
    });
  }
  const { rows } = await world.pool.query(`select id from bulk_run where key = '2999-01-01'`);
  expect(rows).toEqual([]);
});

test('bad input is refused, and nobody reads what is not there', async () => {
  for (const slot of ['9:00', '09:10', '24:00'])
    expect((await world.call('POST', '/monitoring-rounds', { day: '2026-03-01', slot }, key())).status).toBe(
      400,
    );
  expect((await world.call('GET', '/bulk-runs/0192f0c4-1111-7000-8000-00000000000a')).status).toBe(404);
  expect((await world.call('GET', '/retention/certificates')).body.items).toEqual([]);
  expect(world.unexpected).toEqual([]);
});
