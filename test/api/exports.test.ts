import { request } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipped } from '../support/exported.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';
import { tokenFor } from '../support/tokens.ts';

const MANY = 30_000;
const NEW_DISTRICT = '48170';

const world = forThisFile(lineListWorld);
beforeAll(async () => {
  // Strangers of a district of their own, more than three pages.
  await world.pool.query(
    `insert into disease_case (id, version, state)
     select gen_random_uuid(), 1, state || jsonb_build_object('district', $2::text, 'personId', gen_random_uuid())
     from disease_case, generate_series(1, $1::int) where id = $3`,
    [MANY, NEW_DISTRICT, world.cases[0]],
  );
});

const investigator = (...within: readonly string[]) =>
  tokenFor({ id: `exporter-${within.join('-')}`, roles: ['investigator'], jurisdictions: within });
async function taken(address: string, token: string, headers: Record<string, string> = {}) {
  const response = await fetch(world.base + address, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return {
    headers: response.headers,
    status: response.status,
    body: Buffer.from(await response.arrayBuffer()),
  };
}
const rowsOf = (csv: Buffer): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const begun = async (staffId: string) =>
  (await world.pool.query('select * from export_download where staff_id = $1 order by begun_at', [staffId]))
    .rows;
const openTransactions = async () =>
  (
    await world.pool.query(`select from pg_stat_activity where state like 'idle in transaction%'
     and datname = current_database()`)
  ).rowCount;

test('a list is taken out as CSV: theirs alone, by its filters, without who they are', async () => {
  const address = '/exports/cases.csv?onsetFrom=2026-01-01&sort=caseId';
  const { status, headers, body } = await taken(address, await investigator('11110'));
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="cases-[-\dT]{15}\.csv"$/);
  expect(rowsOf(body).map((row) => row['사례 ID'])).toEqual([world.cases[0], world.cases[3]]);
  expect(rowsOf(body)[0]).toMatchObject({ 증상발생일: '2026-01-03', 관할: '11110', 성별: 'male' });
  expect(body.toString()).not.toMatch(/홍길동|12345678|1980-01-02/);
});

test('the headings follow the parameter before the header, and the columns are those that were asked for', async () => {
  const token = await investigator('11');
  const english = { 'accept-language': 'en' };
  const headingsOf = async (address: string) =>
    (await taken(address, token, english)).body.toString().split('\r\n')[0];
  expect(await headingsOf('/exports/contacts.csv?columns=contactId&columns=status')).toBe(
    '\uFEFFcontact ID,contact status',
  );
  expect(await headingsOf('/exports/contacts.csv?columns=contactId&language=ko')).toBe('\uFEFF접촉자 ID');
});

test.each(['name', 'phone', 'dateOfBirth', 'registryNumber'])(
  '%s is not taken out at once',
  async (column) => {
    const { status, body } = await world.callAs(
      await investigator('11110'),
      'GET',
      `/exports/cases.csv?columns=${column}`,
    );
    expect([status, body['code']]).toEqual([400, 'request/invalid']);
  },
);

test('the same list as a workbook and as a FHIR bundle', async () => {
  const token = await investigator('11110');
  const { body, headers } = await taken('/exports/contacts.xlsx', token);
  expect(headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
  expect(unzipped(body).get('xl/worksheets/sheet1.xml')).toContain(world.contact);
  const bundle = await world.callAs(token, 'GET', '/exports/cases.fhir.json');
  const types = (bundle.body['entry'] as { resource: { resourceType: string } }[]).map(
    ({ resource }) => resource.resourceType,
  );
  expect(types.filter((type) => type === 'Condition')).toHaveLength(2);
});

test('over many pages nothing is missing and nothing is there twice; it is on record', async () => {
  const { body } = await taken('/exports/cases.csv?stage=confirmed', await investigator(NEW_DISTRICT));
  const ids = rowsOf(body).map((row) => row['사례 ID']);
  expect([ids.length, new Set(ids).size]).toEqual([MANY, MANY]);
  expect(await begun(`exporter-${NEW_DISTRICT}`)).toMatchObject([
    {
      list: 'cases',
      format: 'csv',
      filters: ['stage'],
      identifying: false,
      rows: MANY,
      outcome: 'complete',
      export_id: null,
    },
  ]);
  const { rows } = await world.pool.query(
    `select endpoint, action, outcome from access_record where staff_id = $1`,
    [`exporter-${NEW_DISTRICT}`],
  );
  expect(rows).toEqual([{ endpoint: 'GET /exports/cases.csv', action: 'export:take', outcome: 'allowed' }]);
});

describe('a file that breaks off', () => {
  /** With how many rows, once it is known and the store has its connection back. */
  const brokenBy = async (staffId: string): Promise<number> => {
    for (let looks = 0; looks < 100; looks += 1) {
      const [row] = await begun(staffId);
      if (row?.outcome === 'broken' && (await openTransactions()) === 0) return row.rows as number;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('it is still under way');
  };
  test('because the reader went away ends the reading', async () => {
    const token = await tokenFor({ id: 'gone', roles: ['investigator'], jurisdictions: [NEW_DISTRICT] });
    await new Promise<void>((resolve, reject) => {
      const asked = request(`${world.base}/exports/cases.csv`, {
        headers: { authorization: `Bearer ${token}` },
      });
      asked.on('response', (response) => {
        response.once('data', () => asked.destroy());
        response.once('close', resolve).on('error', () => undefined);
      });
      asked.on('error', reject).end();
    });
    expect(await brokenBy('gone')).toBeLessThan(MANY);
  });
  test.each(['csv', 'xlsx'])('because something failed is no whole file: %s', async (format) => {
    // The very last row cannot be read: what its moment says is no moment. Figures count by days that would not let it in.
    await world.pool.query(
      `alter table disease_case alter confirmed_day drop expression if exists,
         alter confirmed_moment drop expression if exists`,
    );
    const { rows } = await world.pool.query<{ id: string }>(
      `update disease_case set state = state || '{"confirmedAt": "2026-99-99T00:00:00Z"}'
       where id = (select max(id::text)::uuid from disease_case where district = $1) returning id`,
      [NEW_DISTRICT],
    );
    expect(rows).toHaveLength(1);
    const id = `failing-${format}`;
    const token = await tokenFor({ id, roles: ['investigator'], jurisdictions: [NEW_DISTRICT] });
    await expect(taken(`/exports/cases.${format}?sort=caseId`, token)).rejects.toThrow('terminated');
    expect(await brokenBy(id)).toBeGreaterThan(1_000);
    expect(world.unexpected.splice(0)).toHaveLength(1);
  });
});

test('to look at the headers is to take nothing', async () => {
  const token = await tokenFor({ id: 'looking', roles: ['auditor'], jurisdictions: [] });
  const response = await fetch(`${world.base}/exports/cases.csv`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${token}` },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/csv') as unknown,
  ]);
  expect(await begun('looking')).toEqual([]);
});
