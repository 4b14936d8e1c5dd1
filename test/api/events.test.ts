import { beforeAll, expect, test } from '@jest/globals';
import { personId } from '../../domain/shared-kernel/id.ts';
import { aContact, newId } from '../support/aggregate-makers.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { shownByTheFeed } from '../support/feed-horizon.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
let system: string;
beforeAll(async () => {
  system = await tokenFor({ id: 'hospital-system', roles: ['system'], jurisdictions: ['11110'] });
});

type Page = Readonly<{ items: readonly Record<string, unknown>[]; nextCursor: string; more: boolean }>;
const read = async (token: string, query: string) => {
  const { status, headers, body } = await world.callAs(token, 'GET', `/events${query}`);
  return { status, link: headers.get('link'), page: body as unknown as Page };
};

test('a system reads what happened to cases of its district, page by page, and goes on from an empty page', async () => {
  const { caseId } = await world.opened();
  const afar = await world.call('POST', '/cases', { ...diagnosis(), district: '26440' }, key());
  await shownByTheFeed(world.pool);
  const first = await read(system, '?limit=1');
  expect(first.page).toMatchObject({ items: [{ type: 'CaseOpened', caseId }], more: true });
  expect(first.page.items[0]).toMatchObject({
    eventId: `${caseId}:1`,
    aggregate: { kind: 'case', id: caseId, version: 1 },
  });
  const rest: unknown[] = [];
  let { nextCursor, more } = first.page;
  let { link } = first;
  while (more) {
    const [, address = ''] = /^<(.+)>; rel="next"$/.exec(link ?? '') ?? [];
    expect(address).toContain(`after=${nextCursor}`);
    const next = await world.callAs(system, 'GET', address);
    ({ nextCursor, more } = next.body as unknown as Page);
    link = next.headers.get('link');
    rest.push(...(next.body as unknown as Page).items);
  }
  expect(JSON.stringify(rest)).not.toContain(afar.body.caseId);
  const empty = await read(system, `?after=${nextCursor}`);
  expect(empty.page).toEqual({ items: [], nextCursor, more: false });

  const waiting = read(system, `?after=${nextCursor}&wait=10`);
  const begun = performance.now();
  const later = await world.call('POST', `/cases`, { ...diagnosis(), person: OTHER }, key());
  expect((await waiting).page.items[0]).toMatchObject({ caseId: later.body.caseId });
  expect(performance.now() - begun).toBeLessThan(5_000);
});
const OTHER = { name: '임꺽정', birthDate: '1981-03-04', sex: 'male', phone: '010-8888-1234' };

test('a page leaves a record for each case that it shows', async () => {
  await shownByTheFeed(world.pool);
  const { page } = await read(system, '?limit=200');
  const cases = new Set(page.items.map(({ caseId }) => caseId));
  const { rows } = await world.pool.query<{ case_id: string }>(
    `select case_id from access_record where endpoint = 'GET /events' and action = 'events:read'
       and request_id = (select request_id from access_record where endpoint = 'GET /events'
                         order by at desc, position desc limit 1)`,
  );
  expect(new Set(rows.map((row) => row.case_id))).toEqual(cases);
  expect(cases.size).toBeGreaterThan(1);
});

test('of a contact that a page tells of, the record names the contact', async () => {
  const contact = aContact({ district: '11110', personId: personId(newId()) });
  await world.uses.contacts.save(contact);
  await shownByTheFeed(world.pool);
  const { page } = await read(system, `?aggregate=contact:${contact.id}`);
  expect(page.items).toMatchObject([{ type: 'ContactNamed' }]);
  const { rows } = await world.pool.query(
    `select subject_kind as kind, person_id as person, case_id as "caseId" from access_record
     where endpoint = 'GET /events' order by at desc, position desc limit 1`,
  );
  const { exposedPersonId, sourceCaseId } = contact.state;
  expect(rows).toEqual([{ kind: 'contact', person: exposedPersonId, caseId: sourceCaseId }]);
});

test('what is not a cursor, a type or a kind is refused; the staff of a team have the pages of their work', async () => {
  for (const query of [
    '?after=x',
    '?after=1-',
    '?after=0176995-51752',
    '?type=no',
    '?aggregate=Case',
    '?wait=21',
    '?limit=0',
    '?x=1',
  ])
    expect((await read(system, query)).status).toBe(400);
  const investigator = await tokenFor({ id: 'i', roles: ['investigator'], jurisdictions: ['11110'] });
  expect((await read(investigator, '')).status).toBe(403);
  const { page } = await read(system, '?type=CaseOpened&type=SymptomsReported&limit=200');
  expect(new Set(page.items.map(({ type }) => type))).toEqual(new Set(['CaseOpened']));
  const headquarters = await tokenFor({ id: 'h', roles: ['headquarters'], jurisdictions: [] });
  const people = await read(headquarters, '?aggregate=person');
  expect(people.page.items).toMatchObject([{ caseId: null }, { caseId: null }, { caseId: null }]);
  const { rows } = await world.pool.query<{ person: string }>(
    `select person_id as person from access_record where staff_id = 'h' and subject_kind = 'person'`,
  );
  const told = people.page.items.map(({ aggregate }) => (aggregate as { id: string }).id);
  expect(rows.map(({ person }) => person).sort()).toEqual(told.sort());
});
