import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contactStory, type ContactStory } from '../support/contact-story.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';

let world: CaseWorld;
let contacts: ContactStory;
beforeAll(async () => {
  world = await caseWorld();
  contacts = contactStory(world);
});
afterAll(async () => {
  await world.close();
});

describe('a close contact', () => {
  test('is graded by the protocol, quarantined and notified, and freed at the end', async () => {
    const source = await contacts.source();
    const id = await contacts.named(source, await contacts.known(), await contacts.touched());
    await contacts.quarantined(id);
    const { dateOfLastContact, plan } = await contacts.stateOf(id);
    expect(plan).toMatchObject({ kind: 'quarantine', measure: 'home-quarantine' });
    expect(await contacts.quarantineOf(id)).toMatchObject({
      contactId: id,
      endsAt: plan?.endsAt,
      exposures: [{ contactId: id, dateOfLastExposure: dateOfLastContact }],
      binding: 'duty',
    });
    await world.days(16);
    await contacts.ended(id, 'followed-up', 'contact-quarantined-and-freed');
    expect(await contacts.stateOf(id)).toMatchObject({ followUp: 'completed', grade: 'close' });
    expect(await contacts.sentTo(id)).toEqual(['quarantine-notice', 'quarantine-release-notice']);
  });
});
