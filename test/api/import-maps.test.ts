import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
let manager: string;
let afar: string;
beforeAll(async () => {
  const of = (place: string) =>
    tokenFor({ id: `manager-${place}`, roles: ['patient-manager'], jurisdictions: [place] });
  [manager, afar] = [await of('11110'), await of('26440')];
});

const COLUMNS = { listId: 'no', name: 'who', phone: 'tel', dateOfBirth: 'born', confirmationDate: 'sure' };
const MAP = {
  columns: { ...COLUMNS, sex: 'mf', state: 'how', district: 'where', province: 'in' },
  days: { confirmationDate: 'M/D/YYYY', dateOfBirth: 'YYYYMMDD' },
  words: { sex: { '1': 'male', '2': 'female' }, state: { open: 'isolated' } },
};
const LIST = `where,in,how,mf,sure,born,tel,who,no
종로구,서울,open,1,7/3/2020,19800102,010-7315-1001,김하나,A1
종로구,서울,shut,2,7/3/2020,19800103,010-7315-1002,김두나,A2
11110,,open,2,3/7/2020,19800104,010-7315-1003,김세나,A3
해운대구,부산,open,2,7/3/2020,19800105,010-7315-1004,김네나,A4
동네,서울,open,2,7/3/2020,19800106,010-7315-1005,김오나,A5
`;
const save = (token: string, more: object = {}, headers = key()) =>
  world.callAs(
    token,
    'POST',
    '/import-maps',
    { name: randomUUID(), district: '11110', map: MAP, ...more },
    headers,
  );
const post = (token: string, about: string, csv: string) =>
  world.callAs(token, 'POST', `/imports?source=a&district=11110${about}`, csv, {
    ...key(),
    'content-type': 'text/csv',
  });
const at = (version: number) => ({ ...key(), 'if-match': `"${version}"` });

test('a map is suggested by headings, or by the first lines of a file as they stand', async () => {
  const byHeadings = await world.callAs(manager, 'POST', '/import-maps/suggestion', {
    headings: ['연번', '성명', '확진일', '비고'],
  });
  expect([byHeadings.status, byHeadings.body]).toEqual([
    200,
    {
      map: { columns: { listId: '연번', name: '성명', confirmationDate: '확진일' } },
      missing: { live: ['phone', 'dateOfBirth'], past: [] },
      unused: ['비고'],
    },
  ]);
  const { body } = await world.callAs(manager, 'POST', '/import-maps/suggestion', {
    lines: 'patient_id,confirmed_date\r\n1,12/31/2020\r\n',
  });
  expect(body['map']).toEqual({
    columns: { listId: 'patient_id', confirmationDate: 'confirmed_date' },
    days: { confirmationDate: 'M/D/YYYY' },
  });
});

test('a map is kept once under its key, read, replaced and removed as it was read', async () => {
  const [name, headers] = [`map ${randomUUID()}`, key()];
  const first = await save(manager, { name }, headers);
  expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
  expect((await save(manager, { name }, headers)).body).toEqual(first.body);
  expect((await save(manager, { name })).body['code']).toBe('import-map/name-taken');
  const place = first.headers.get('location') ?? '';
  const read = await world.callAs(manager, 'GET', place);
  expect(read.body).toMatchObject({
    name,
    district: '11110',
    map: MAP,
    savedBy: 'manager-11110',
    version: 1,
  });

  const other = { name, district: '11110', map: { columns: COLUMNS } };
  const replaced = await world.callAs(manager, 'POST', `${place}/replacement`, other, at(1));
  expect([replaced.status, replaced.body.version]).toEqual([200, 2]);
  expect((await world.callAs(manager, 'GET', place)).body).toMatchObject({ ...other, version: 2 });
  const stale = await world.callAs(manager, 'POST', `${place}/replacement`, other, at(1));
  expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
  expect((await world.callAs(manager, 'POST', `${place}/removal`, {}, at(1))).status).toBe(412);
  expect((await world.callAs(manager, 'POST', `${place}/removal`, {}, at(2))).status).toBe(200);
  expect((await world.callAs(manager, 'GET', place)).body['code']).toBe('import-map/not-found');
});

test('a map of another office is not there, and none is made for it', async () => {
  const place = (await save(manager)).headers.get('location') ?? '';
  const codeOf = async (answer: ReturnType<typeof save>) => (await answer).body['code'];
  expect(await codeOf(world.callAs(afar, 'GET', place))).toBe('import-map/not-found');
  expect((await world.callAs(afar, 'GET', '/import-maps')).body.items).toEqual([]);
  const body = { name: 'theirs', district: '26440', map: MAP };
  const replaced = await codeOf(world.callAs(afar, 'POST', `${place}/replacement`, body, at(1)));
  expect(replaced).toBe('import-map/not-found');
  expect(await codeOf(world.callAs(afar, 'POST', `${place}/removal`, {}, at(1)))).toBe(
    'import-map/not-found',
  );
  expect(await codeOf(save(afar))).toBe('access/not-in-this-district');
  expect(await codeOf(world.callAs(manager, 'POST', `${place}/replacement`, body, at(1)))).toBe(
    'access/not-in-this-district',
  );
  const listed = await world.callAs(manager, 'GET', '/import-maps');
  expect(listed.body.items.map(({ importMapId }) => `/import-maps/${String(importMapId)}`)).toContain(place);
});

test('what is no map is refused at its place', async () => {
  const placesOf = async (map: object) =>
    (((await save(manager, { map })).body['errors'] ?? []) as readonly { pointer: string }[]).map(
      ({ pointer }) => pointer,
    );
  expect(await placesOf({ columns: { colour: 'x' } })).toEqual(['/map/columns/colour']);
  expect(await placesOf({ columns: {}, days: { confirmationDate: 'DD-MM' } })).toEqual([
    '/map/days/confirmationDate',
  ]);
  expect(await placesOf({ columns: {}, words: { sex: { '1': 'man' } } })).toEqual(['/map/words/sex/1']);
});

test('a list is read by the map that it names, each row in its own district', async () => {
  const { importMapId } = (await save(manager)).body as Readonly<{ importMapId?: unknown }>;
  const { status, body } = await post(manager, `&map=${String(importMapId)}`, LIST);
  expect(status).toBe(201);
  const { rows } = await world.pool.query<{ number: number; fault: string | null }>(
    'select number, fault from import_row where run_id = $1 order by number',
    [body['runId']],
  );
  expect(rows.map(({ number, fault }) => [number, fault])).toEqual([
    [2, null],
    [3, 'row/state-unknown'],
    [4, null],
    [5, 'row/district-not-yours'],
    [6, null],
  ]);
  const unmapped = await post(manager, '', LIST);
  expect([unmapped.status, unmapped.body['code'], unmapped.body['columns']]).toEqual([
    422,
    'import/columns-missing',
    'listId, name, phone, dateOfBirth, confirmationDate',
  ]);
  expect((await post(manager, `&map=${randomUUID()}`, LIST)).body['code']).toBe('import-map/not-found');
  const theirs = (await save(afar, { district: '26440' })).body as Readonly<{ importMapId?: unknown }>;
  expect((await post(manager, `&map=${String(theirs.importMapId)}`, LIST)).body['code']).toBe(
    'import-map/not-found',
  );
});

test('a list in EUC-KR is read as one', async () => {
  // 성명 as a heading and 홍길동 in it; the others are ASCII.
  const hangul = (...pairs: readonly number[]): Buffer => Buffer.from(pairs);
  const [heading, name] = [hangul(0xbc, 0xba, 0xb8, 0xed), hangul(0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf)];
  const bytes = Buffer.concat([
    ...[Buffer.from('listId,phone,dateOfBirth,confirmationDate,'), heading],
    ...[Buffer.from('\nB1,010-7315-2001,1980-01-02,2020-07-03,'), name],
  ]);
  const sent = (type: string) =>
    fetch(`${world.base}/imports?source=euckr&district=11110`, {
      method: 'POST',
      headers: { ...key(), authorization: `Bearer ${manager}`, 'content-type': type },
      body: bytes,
    });
  const answers = [];
  for (const type of [
    'text/csv',
    'text/csv; charset=euc-kr',
    'text/csv; charset=utf-8',
    'text/csv; charset=x',
  ])
    answers.push((await sent(type)).status);
  expect(answers).toEqual([201, 201, 422, 415]);
});
