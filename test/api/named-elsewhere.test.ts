import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  moveBelongings,
  moveCase,
  relocatePerson,
} from '../../activities/patient-management/move-with-hand-over.ts';
import type { HandOverReason } from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, householdId, personId } from '../../domain/shared-kernel/id.ts';
import { aCase, aContact, aDisease, aPerson, aTest, now } from '../support/aggregate-makers.ts';
import { apiWorld, key, type ApiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const HERE = '11110';
const ELSEWHERE = '26440';
const EXPOSURE = { dateOfLastContact: '2026-01-12', placeId: 'P-100', setting: 'workplace' };

const world = forThisFile(apiWorld);

type Ask = (method: string, path: string, body?: unknown, version?: number) => ReturnType<ApiWorld['callAs']>;
const as =
  (...jurisdictions: readonly string[]): Ask =>
  async (method, path, body, version) =>
    world.callAs(
      await tokenFor({ id: 'kim', roles: ['patient-manager', 'investigator', 'tester'], jurisdictions }),
      method,
      path,
      body,
      {
        ...key(),
        'access-reason': 'follow-up',
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    );
const here = as(HERE);

const someone = async (district: string): Promise<string> => {
  const one = aPerson({ district: District.of(district) });
  await world.uses.people.save(one);
  return one.id;
};
const caseOf = async (person: string, district: string): Promise<string> => {
  const one = aCase({ personId: personId(person), district, disease: aDisease() });
  await world.uses.cases.save(one);
  return one.id;
};

/** Refused, in the same words as what does not exist. */
async function isAbsent(code: string, ask: (id: string) => ReturnType<Ask>, id: string): Promise<void> {
  const [there, absent] = [await ask(id), await ask(randomUUID())];
  expect(there).toMatchObject({ status: 404, body: { code } });
  expect(there.body).toEqual(absent.body);
}

test('a case is opened for nobody of another district by their id, and of no contact there', async () => {
  const open = (more: object) =>
    here('POST', '/cases', { kind: 'suspicion', district: HERE, symptomatic: true, ...more });
  await isAbsent('person/not-found', (id) => open({ person: { personId: id } }), await someone(ELSEWHERE));
  const contact = aContact({ district: ELSEWHERE });
  await world.uses.contacts.save(contact);
  const mine = await someone(HERE);
  await isAbsent(
    'contact/not-found',
    (id) => open({ person: { personId: mine }, contactId: id }),
    contact.id,
  );
  expect((await open({ person: { personId: mine } })).status).toBe(201);
});

test('a guardian is within reach, or both places are', async () => {
  const [child, parent] = [await someone(HERE), await someone(ELSEWHERE)];
  const name = (who: Ask) => (guardianId: string) =>
    who('POST', `/people/${child}/guardian`, { guardianId }, 1);
  await isAbsent('person/not-found', name(here), parent);
  expect((await name(as(HERE, ELSEWHERE))(parent)).status).toBe(200);
});

test('nobody joins a household in which people of another district live; a new one is begun', async () => {
  const [mine, theirs] = [await someone(HERE), aPerson({ district: District.of(ELSEWHERE) })];
  const household = householdId(randomUUID());
  theirs.execute({ type: 'JoinHousehold', householdId: household, by: 'officer', at: now() });
  await world.uses.people.save(theirs);
  const join = (id: string) => here('POST', `/people/${mine}/household`, { householdId: id }, 1);
  expect(await join(household)).toMatchObject({ status: 404, body: { code: 'household/not-found' } });
  expect((await join(randomUUID())).status).toBe(200);
});

test('a test of another district is none, whatever case or contact it is named with', async () => {
  const [mine, theirs] = [await someone(HERE), await someone(ELSEWHERE)];
  const myCase = await caseOf(mine, HERE);
  const theirTest = aTest({ caseId: caseId(await caseOf(theirs, ELSEWHERE)) });
  await world.uses.tests.save(theirTest);
  const contact = aContact({ district: HERE });
  await world.uses.contacts.save(contact);
  for (const at of [`/cases/${myCase}`, `/contacts/${contact.id}`])
    await isAbsent(
      'test/not-found',
      (id) => here('POST', `${at}/tests/${id}/result`, { result: 'negative' }, 1),
      theirTest.id,
    );
});

test('whom a case met may be of any district: they are named, and nothing is told of them', async () => {
  const [mine, theirs] = [await someone(HERE), await someone(ELSEWHERE)];
  const myCase = await caseOf(mine, HERE);
  const named = await here('POST', `/cases/${myCase}/contacts`, {
    person: { personId: theirs },
    foundBy: 'interview',
    exposures: [EXPOSURE],
  });
  expect(named.status).toBe(201);
  // Theirs to follow up: neither the contact nor the person has come within reach by it.
  expect((await here('GET', named.headers.get('location') ?? '')).status).toBe(404);
  expect((await here('GET', `/people/${theirs}/identity`)).status).toBe(404);
});

test.each([
  ['workload', { giver: 200, taker: 200 }],
  ['moved', { giver: 404, taker: 200 }],
] as const)(
  'after a hand-over (%s) whoever has the case knows whose it is',
  async (reason: HandOverReason, may) => {
    const person = await someone(HERE);
    const theirs = await caseOf(person, HERE);
    const [taker, at] = [as(ELSEWHERE), now().toString()];
    const identity = async (who: Ask) => (await who('GET', `/people/${person}/identity`)).status;
    expect([await identity(here), await identity(taker)]).toEqual([200, 404]);
    const offer = await here('POST', `/cases/${theirs}/hand-overs`, { to: ELSEWHERE, reason });
    const id = String(offer.body['handOverId']);
    expect((await taker('POST', `/hand-overs/${id}/acceptance`, {}, 1)).status).toBe(200);
    for (const step of [moveCase, relocatePerson, moveBelongings]) await step(world.uses)({ id, at });
    expect({ giver: await identity(here), taker: await identity(taker) }).toEqual(may);
    // What they hear from the person they may set right; the record itself is merged where it is at home.
    const version = (await taker('GET', `/people/${person}`)).body.version;
    const channel = { channel: 'telephone' };
    expect((await taker('POST', `/people/${person}/channel`, channel, version)).status).toBe(200);
    const merged = await taker('POST', `/people/${person}/merge`, { survivorId: person }, version + 1);
    expect(merged.body['code']).toBe(reason === 'moved' ? 'person/merge-into-itself' : 'person/not-found');
  },
);
