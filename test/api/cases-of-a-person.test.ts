import { beforeAll, expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';

const world = forThisFile(lineListWorld);
let people: readonly string[];
let contactPerson: string;
beforeAll(async () => {
  const { body } = await world.list('/cases?columns=personId&sort=caseId');
  people = body.items.map(({ personId }) => personId ?? '');
  const [line] = (await world.list('/contacts?columns=personId')).body.items;
  contactPerson = line?.['personId'] ?? '';
});

type Page = Readonly<{ links: Readonly<Record<'cases' | 'contacts', string>> }>;
const linksOf = async (personId: string | undefined) =>
  ((await world.list(`/people/${personId}`)).body as unknown as Page).links;
const casesAt = async (address: string, within = ['00']) =>
  (await world.list(address, ['supervisor'], within)).body.items.map(({ caseId }) => caseId);
const contactsAt = async (address: string, within = ['00']) =>
  (await world.list(address, ['supervisor'], within)).body.items.map(({ contactId }) => contactId);

test('a person’s page leads to their cases and to where they are a contact', async () => {
  const ofPatient = await linksOf(people[0]);
  expect(await casesAt(ofPatient.cases)).toEqual([world.cases[0]]);
  expect(await contactsAt(ofPatient.contacts)).toEqual([]);
  const ofContact = await linksOf(contactPerson);
  expect(await casesAt(ofContact.cases)).toEqual([]);
  expect(await contactsAt(ofContact.contacts)).toEqual([world.contact]);
});

test('of several people, in the order of the list and with its other filters', async () => {
  const both = `/cases?personId=${people[0]}&personId=${people[1]}`;
  expect(await casesAt(both)).toEqual(world.at(1, 0));
  expect(await casesAt(`${both}&district=26440`)).toEqual(world.at(1));
  expect(await casesAt(`${both}&stage=released`)).toEqual([]);
});

test('out of reach there is nothing', async () => {
  expect(await casesAt(`/cases?personId=${people[0]}`, ['26440'])).toEqual([]);
  expect(await contactsAt(`/contacts?personId=${contactPerson}`, ['26440'])).toEqual([]);
});

test('what is no id is refused', async () => {
  expect((await world.list('/cases?personId=kim')).status).toBe(400);
  expect((await world.list('/contacts?personId=kim')).status).toBe(400);
});

test('a record that was merged counts with the one that stands, asked by either', async () => {
  for (const duplicate of [people[3], contactPerson]) {
    const ifMatch = { ...key(), 'if-match': '"1"' };
    const merged = await world.call(
      'POST',
      `/people/${duplicate}/merge`,
      { survivorId: people[0], score: 0.9 },
      ifMatch,
    );
    expect(merged.status).toBe(200);
  }
  for (const personId of [people[0], people[3], contactPerson]) {
    const links = await linksOf(personId);
    expect(await casesAt(links.cases)).toEqual(world.at(3, 0));
    expect(await contactsAt(links.contacts)).toEqual([world.contact]);
  }
});
