import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(lineListWorld);
const take = async (path: string, id: string, role: Role, within: string): Promise<string> => {
  const token = await tokenFor({ id, roles: [role], jurisdictions: [within] });
  return (await fetch(world.base + path, { headers: { authorization: `Bearer ${token}` } })).text();
};
beforeAll(async () => {
  await take('/exports/cases.csv?onsetFrom=2026-01-01&columns=caseId', 'of-jongno', 'investigator', '11110');
  await take('/exports/contacts.fhir.json', 'of-seoul', 'investigator', '11');
  await take('/exports/cases.csv', 'of-busan', 'supervisor', '26440');
  await take('/exports/cases.csv', 'of-all', 'headquarters', '00');
  // Taken before it was kept of which districts a file is.
  await world.pool.query(
    `insert into export_download (id, staff_id, list, format, columns, filters, identifying, begun_at, outcome, rows, ended_at)
     values ($1, 'long-ago', 'cases', 'csv', '{}', '{}', false, now() - interval '1 day', 'broken', 7, now())`,
    ['01900000-0000-7000-8000-000000000001'],
  );
});

const files = async (query = '', role: Role = 'auditor', within = '00') =>
  world.list(`/exports/files${query}`, [role], [within]);
const takers = async (...asked: Parameters<typeof files>) =>
  (await files(...asked)).body.items.map(({ takenBy }) => takenBy);

test('auditors see who took which list out, when, in which format and with how many rows', async () => {
  const { body } = await files();
  expect(body.items.map(({ takenBy }) => takenBy)).toEqual([
    'of-all',
    'of-busan',
    'of-seoul',
    'of-jongno',
    'long-ago',
  ]);
  expect(body.items[0]).toMatchObject({ districts: ['00'] });
  expect(body.items[3]).toEqual({
    fileId: expect.any(String),
    exportId: null,
    takenBy: 'of-jongno',
    takenAt: expect.stringMatching(/\+09:00$/),
    list: 'cases',
    format: 'csv',
    columns: ['caseId'],
    filters: ['onsetFrom'],
    identifying: false,
    districts: ['11110'],
    outcome: 'complete',
    rows: 2,
    endedAt: expect.stringMatching(/\+09:00$/),
  });
  expect(body.items[4]).toMatchObject({ districts: null, outcome: 'broken', rows: 7 });
});

test('who leads an office sees files of their districts alone, and nobody else sees any', async () => {
  expect(await takers('', 'supervisor', '11110')).toEqual(['of-jongno']);
  expect(await takers('', 'supervisor', '11')).toEqual(['of-seoul', 'of-jongno']);
  expect(await takers('', 'public-health-director', '26440')).toEqual(['of-busan']);
  expect((await files('', 'investigator', '11110')).status).toBe(403);
});

test('they are picked by who took them, list, format and time, a page at a time', async () => {
  expect(await takers('?takenBy=of-seoul')).toEqual(['of-seoul']);
  expect(await takers('?list=contacts&format=fhir')).toEqual(['of-seoul']);
  expect(await takers('?format=xlsx')).toEqual([]);
  expect(await takers('?identifying=true')).toEqual([]);
  const anHourAgo = encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString());
  expect(await takers(`?to=${anHourAgo}`)).toEqual(['long-ago']);
  expect(await takers(`?from=${anHourAgo}&limit=2`)).toEqual(['of-all', 'of-busan']);
  const { nextCursor } = (await files('?limit=2')).body;
  expect(await takers(`?cursor=${String(nextCursor)}`)).toEqual(['of-seoul', 'of-jongno', 'long-ago']);
  expect(await takers(`?cursor=${randomUUID().replace(/^./, '0')}&takenBy=nobody`)).toEqual([]);
});
