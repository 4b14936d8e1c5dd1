import { describe, expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { REST, refusedAs } from '../support/venue-story.ts';
import { venueTests } from '../support/venue-tests.ts';

const here = venueTests();
const naming = { entry: 'E-1', person: REST, exposure: {} };
const named = (at: string, asked = key(), body: object = naming) =>
  here.call('POST', `${at}/contacts`, body, asked);
const consultations = async (id: string) => (await here.story.lookUp(id)).consultations;
const people = async (): Promise<number> => (await here.world.pool.query('select from person')).rowCount ?? 0;
const ENTRY_NAMED = refusedAs('entry-named');

describe('somebody in the entry log of a venue', () => {
  test('is named once: the same request is answered as it was, though the records are gone', async () => {
    const { id, at } = await here.story.answered(here.story.THREE);
    const asked = key();
    const first = await named(at, asked);
    expect(first.status).toBe(201);
    await here.story.destroyed(id);
    expect(await named(at, asked)).toMatchObject({ status: 201, body: first.body });
    expect(await consultations(id)).toBe(1);
    expect(await named(at, key(), { ...naming, entry: 'E-9' })).toMatchObject(refusedAs('records-destroyed'));
  });

  test('who was named is not named otherwise: the answer tells which contact it is', async () => {
    const { id, at } = await here.story.answered(here.story.THREE);
    const { contactId } = (await named(at)).body;
    const otherwise = await named(at, key(), { ...naming, exposure: { faceToFace: true } });
    expect(otherwise).toMatchObject(ENTRY_NAMED);
    expect(JSON.stringify(otherwise.body)).toContain(String(contactId));
    expect((await named(at)).body.contactId).toBe(contactId);
    expect(await consultations(id)).toBe(1);
  });

  test('is named anew once that contact was dropped; each request keeps its own answer', async () => {
    const { at } = await here.story.answered(here.story.THREE);
    const [mistaken, anew] = [key(), key()];
    const first = String((await named(at, mistaken)).body.contactId);
    await here.story.about(`/contacts/${first}`, '/drop', { reason: 'wrong-person' });
    const second = String((await named(at, anew)).body.contactId);
    expect(second).not.toBe(first);
    const [dropped, again] = await Promise.all(
      [first, second].map((id) => here.world.uses.contacts.load(id)),
    );
    expect(again?.aggregate.state.stage).toBe('named');
    expect(again?.aggregate.state.exposedPersonId).toBe(dropped?.aggregate.state.exposedPersonId);
    expect((await named(at, mistaken)).body.contactId).toBe(first);
    expect((await named(at, anew)).body.contactId).toBe(second);
  });

  test('and two at the same moment make one contact', async () => {
    const { at } = await here.story.answered(here.story.THREE);
    const before = await people();
    const [one, other] = await Promise.all([named(at), named(at)]);
    expect(await people()).toBe(before + 1);
    expect(one.body.contactId).toBe(other.body.contactId);
    expect([one.status, other.status]).toEqual([201, 201]);
    const entry = { ...naming, entry: 'E-3' };
    const { at: there } = await here.story.answered([here.story.visitor('E-3', '18:30', '19:00')]);
    const both = await Promise.all([
      named(there, key(), entry),
      named(there, key(), { ...entry, exposure: { faceToFace: true } }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)).toMatchObject(ENTRY_NAMED);
  });
});

test('who asked for the look-up of a venue is told again that it was asked for, whatever became of its visit', async () => {
  const { visit } = await here.story.aLookUp();
  const asked = key();
  const request = () => here.call('POST', `${visit.page}${visit.at}/look-ups`, {}, asked);
  const first = await request();
  expect(first.status).toBe(201);
  await here.story.about(visit.page, `${visit.at}/rejection`, { reason: 'another-person' });
  expect(await request()).toMatchObject({ status: 201, body: first.body });
});
