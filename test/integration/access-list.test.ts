import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import { recorder } from '../../api/access/recorder.ts';
import type { Staff } from '../../api/access/staff.ts';
import { bound } from '../../api/contract/bind.ts';
import type { Endpoint } from '../../api/contract/endpoint.ts';
import type { Dependencies } from '../../api/dependencies.ts';
import { failures } from '../../api/failures.ts';
import { refuse } from '../../api/api-problems.ts';
import { accessList, accessOfPerson } from '../../api/read-models/access-list.ts';
import { ACCESS_RECORDS } from '../../api/routes/access-records.endpoints.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { aCase, aPerson } from '../support/aggregate-makers.ts';
import { anAccess } from '../support/access-entries.ts';
import { accessDatabase, type AccessDatabase } from '../support/access-database.ts';
import { aContact, exposure, named } from '../support/contact-fixtures.ts';
import { seals } from '../support/personal-keys.ts';

const CANARY = ['카나리아홍', '010-7314-1592', '01073141592'];
const STAFF: Readonly<Record<string, Staff>> = {
  auditor: { id: 'auditor-1', roles: ['auditor'], jurisdictions: ['00'] },
  busan: { id: 'supervisor-26110', roles: ['supervisor'], jurisdictions: ['26110'] },
  jongno: { id: 'supervisor-11110', roles: ['supervisor'], jurisdictions: ['11110'] },
  tester: { id: 'tester-11110', roles: ['tester'], jurisdictions: ['11110'] },
};
/** An endpoint about people, for what it leaves on record. */
const OPENED = { method: 'get', path: '/people/:id', action: 'person:read', about: 'person' } as Endpoint;

let world: AccessDatabase;
let server: Server;
let base: string;
const known = { person: '', case: '', contact: '', exposed: '' };

beforeAll(async () => {
  world = await accessDatabase();
  const { pool } = world;
  const { people, cases, contacts } = pgRepositories(pool, announces, seals);
  const [person, exposed] = [aPerson(), aPerson()];
  const sick = aCase({ personId: personId(person.id) });
  await people.save(person);
  await people.save(exposed);
  await cases.save(sick);
  const contact = aContact();
  contact.execute({ ...named(exposure('2026-03-10')), exposedPersonId: personId(exposed.id) } as never);
  await contacts.save(contact);
  Object.assign(known, { person: person.id, case: sick.id, contact: contact.id, exposed: exposed.id });

  const uses = {
    accessRecords: world.aProcess(),
    accessList: accessList(pool),
    accessOfPerson: accessOfPerson(pool),
    placeOf: (of: Readonly<{ kind: string; id: string }>) => pgLookups(pool, seals.phoneIndex).placeOf(of),
    isRevoked: () => Promise.resolve(false),
    staffOf: (request: express.Request) => Promise.resolve(STAFF[request.get('x-who') ?? '']),
  } as unknown as Dependencies;
  const app = express();
  const records = recorder(OPENED, uses);
  app.get('/people/:id', async (request, response) => {
    const asker = { request, staff: STAFF[request.get('x-who') ?? ''] };
    if (request.get('x-refuse') === undefined) await records.allowed(asker, {});
    else await records.refused(asker, refuse('access/not-allowed'));
    response.json({});
  });
  app.use(bound(ACCESS_RECORDS, uses));
  app.use(failures((entry) => world.troubles.push(entry)));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.close();
  expect(world.troubles).toEqual([]);
});

type Page = Readonly<{
  items: readonly Readonly<Record<string, unknown>>[];
  nextCursor: string | null;
}>;
const ask = (who: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + path, { headers: { 'x-who': who, ...headers } });
const page = async (who: string, path: string): Promise<Page> =>
  (await (await ask(who, path)).json()) as Page;

test('whose data it was is found by the subject: of a contact it is the exposed person', async () => {
  const records = world.aProcess();
  await records.record([
    anAccess({ subjectKind: 'case', subjectId: known.case }),
    anAccess({ subjectKind: 'contact', subjectId: known.contact, caseId: known.case }),
    anAccess({ subjectKind: 'survey', subjectId: undefined, caseId: known.case }),
    anAccess({ subjectKind: undefined, subjectId: undefined }),
  ]);
  await records.close();
  const { rows } = await world.pool.query<{ person: string | null }>(
    'select person_id as person from access_record order by chain, position',
  );
  expect(rows.map(({ person }) => person)).toEqual([known.person, known.exposed, known.person, null]);
});

test('somebody is told who opened their record, also one that was merged with it, and no account of staff', async () => {
  await world.pool.query(
    `update person set state = state || jsonb_build_object('mergedInto', $2::text) where id = $1`,
    [known.exposed, known.person],
  );
  const { items } = await page('auditor', `/people/${known.person}/access-list`);
  expect(new Set(items.map(({ subjectKind }) => subjectKind))).toEqual(
    new Set(['case', 'contact', 'survey']),
  );
  expect(items[0]).toMatchObject({ roles: ['investigator'], offices: ['11110'], reason: 'investigation' });
  expect(items[0]?.['at']).toMatch(/\+09:00$/);
  expect(JSON.stringify(items)).not.toContain('investigator-11110');

  const printed = await ask('auditor', `/people/${known.person}/access-list`, { accept: 'text/plain' });
  expect(printed.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await printed.text();
  expect(text).toContain('환자 사례 case: 열람 read');
  expect(text).toContain('역학조사관 investigator');
  expect(text).toContain('역학조사 investigation');
  expect(text).not.toContain('investigator-11110');
  expect(text).toContain('감사 담당자 auditor'); // who asked for the list before
});

test('pages follow each other without a gap, also among rows of one moment', async () => {
  const person = known.person;
  const { rows: before } = await world.pool.query<{ number: string }>(
    `select chain || '/' || position as number from access_record where person_id = any ($1)
     order by at desc, chain desc, position desc`,
    [[known.person, known.exposed]],
  );
  const seen: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const address = `/people/${person}/access-list?limit=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { items, nextCursor } = await page('auditor', address);
    seen.push(...items.map(({ chain, position }) => `${String(chain)}/${String(position)}`));
    cursor = nextCursor;
  }
  expect(seen).toEqual(before.map(({ number }) => number));
});

test('whoever leads an office sees what is about people of theirs, an auditor everything, others nothing', async () => {
  const records = world.aProcess();
  await records.record([
    anAccess({
      district: '26110',
      endpoint: 'POST /cases/:id/death',
      action: 'case:turn',
      staffId: 'somebody',
    }),
    anAccess({ district: undefined, problem: 'access/not-allowed' }),
  ]);
  await records.close();
  const districts = async (who: string, query = ''): Promise<unknown[]> => [
    ...new Set((await page(who, `/access-records${query}`)).items.map(({ district }) => district)),
  ];
  expect(new Set(await districts('auditor'))).toEqual(new Set(['11110', '26110', null]));
  expect(await districts('jongno')).toEqual(['11110']);
  expect(await districts('busan')).toEqual(['26110']);
  expect(await districts('auditor', '?outcome=refused')).toEqual([null]);
  expect(await districts('auditor', '?staff=somebody')).toEqual(['26110']);
  expect(await districts('auditor', '?action=case:turn')).toEqual(['26110']);
  expect(await districts('auditor', `?person=${known.person}`)).toEqual(['11110']);
  expect(await districts('auditor', `?case=${known.case}`)).toEqual(['11110']);
  expect(await districts('auditor', '?to=2020-01-01T00:00:00Z')).toEqual([]);
  expect(await districts('auditor', '?from=2020-01-01T00:00:00%2B09:00&outcome=refused')).toEqual([null]);
  expect((await ask('tester', '/access-records')).status).toBe(403);
  expect((await ask('busan', `/people/${known.person}/access-list`)).status).toBe(404);
  expect((await ask('auditor', '/access-records?cursor=x')).status).toBe(400);
  const reversed = '?from=2026-01-02T00:00:00Z&to=2026-01-02T08:59:59%2B09:00';
  expect((await ask('auditor', `/access-records${reversed}`)).status).toBe(400);
});

test('what is refused is on record too, where it would have been; and no value that anybody wrote anywhere', async () => {
  const [name = '', phone = ''] = CANARY;
  const wrote = { 'access-reason': encodeURIComponent(name), 'user-agent': phone };
  await ask('busan', `/people/${known.person}?name=${encodeURIComponent(name)}`, {
    ...wrote,
    'x-refuse': 'yes',
  });
  await ask('nobody', `/people/${encodeURIComponent(name)}`, { ...wrote, 'x-forwarded-for': phone });
  await ask('jongno', `/people/${known.person}`, { 'access-reason': 'complaint' });
  const { rows } = await world.pool.query<Record<string, unknown>>(
    `select r.*, r::text as whole from access_record r where endpoint = 'GET /people/:id' order by at`,
  );
  expect(rows).toMatchObject([
    {
      ...{ staff_id: 'supervisor-26110', outcome: 'refused', problem: 'access/not-allowed' },
      district: '11110',
      person_id: known.person,
    },
    { staff_id: null, outcome: 'allowed', subject_id: null, person_id: null, reason: null },
    { staff_id: 'supervisor-11110', outcome: 'allowed', subject_id: known.person, reason: 'complaint' },
  ]);
  for (const canary of [...CANARY, encodeURIComponent(name)])
    expect(rows.map(({ whole }) => whole).join('\n')).not.toContain(canary);
});
