import { expect, test } from '@jest/globals';
import { contactStory } from '../support/contact-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

/** The rules of 2021-05-05 watch the vaccinated, and quarantine the others. */
const world = forThisFile(() => caseWorld({ protocolAsOf: '2021-05-06' }));
const contacts = contactStory(world);

const record = async (contactId: string, ...daysAgo: readonly number[]) =>
  world.ask.recordContactVaccinations({
    ...world.request(),
    contactId,
    vaccinatedOn: await Promise.all(daysAgo.map((days) => contacts.day(-days))),
  });

test('a contact whose vaccinations become known is watched instead, and their quarantine ends at once', async () => {
  const exposure = { ...(await contacts.touched()), attributes: { contactOfVariant: false } };
  const id = await contacts.named(await contacts.source(), await contacts.known(), exposure);
  await world.decide(await contacts.task(id, 'contact-measure'), 'quarantine');
  await contacts.quarantined(id);
  await contacts.report(id, false);
  await record(id, 60, 30);
  await world.until('watched', async () => (await contacts.stateOf(id)).plan?.kind === 'activeSurveillance');
  await world.until('freed', async () => (await contacts.quarantineOf(id))?.stage === 'ended');
  expect(await contacts.quarantineOf(id)).toMatchObject({ endedBecause: 'withdrawn' });
  await world.until('told', async () => (await contacts.sentTo(id)).includes('watch-notice:1'));
  expect(await contacts.stateOf(id)).toMatchObject({
    followUp: 'under',
    plan: { measure: 'vaccinated', protocol: 'kr-covid-19/2021-05-05/1' },
  });
  await world.ask.dropContact({ ...world.request(), contactId: id, reason: 'not-exposed' });
  await contacts.ended(id, 'dropped', 'contact-vaccinated-watched');
});

test('a contact who is known to have had no dose is quarantined by the rule, and nobody is asked', async () => {
  const exposure = { ...(await contacts.touched()), attributes: { contactOfVariant: false } };
  const id = await contacts.named(await contacts.source(), await contacts.known(), exposure);
  await record(id);
  await contacts.quarantined(id);
  expect((await contacts.stateOf(id)).plan).toMatchObject({ measure: 'home-quarantine' });
  expect((await contacts.stateOf(id)).plan).not.toHaveProperty('chosen');
  await world.until(
    'nobody asked',
    async () =>
      (await world.uses.lookups.openTasksAbout({ kind: 'contact', id }, ['contact-measure'])).length === 0,
  );
});

test('an exposure that comes while the last notice waits for an identity is followed up too', async () => {
  const exposure = { ...(await contacts.touched()), attributes: { contactOfVariant: false } };
  const source = await contacts.source();
  const id = await contacts.named(source, await contacts.known(), exposure);
  await world.decide(await contacts.task(id, 'contact-measure'), 'watch');
  await world.until('watched', async () => (await contacts.stateOf(id)).followUp === 'under');
  await world.ask.doubtIdentity({ ...world.request(), caseId: source, reason: 'specimen-mixed-up' });
  const inDoubt = await world.task(source, 'identity-in-doubt');
  await world.days(15);
  await world.until('over', async () => (await contacts.stateOf(id)).followUp === 'completed');
  expect(await contacts.sentTo(id)).not.toContain('watch-end-notice:1');
  const again = { ...(await contacts.touched()), attributes: { contactOfVariant: false } };
  await world.ask.recordExposure({ ...world.request(), contactId: id, exposure: again });
  await world.until('followed up again', async () => (await contacts.stateOf(id)).followUps === 2);
  await world.decide(inDoubt, 'samePerson');
  await world.ask.dropContact({ ...world.request(), contactId: id, reason: 'not-exposed' });
  await contacts.ended(id, 'dropped', 'contact-exposed-before-its-last-notice');
  // Who is under watch anew is not told that it is over.
  expect(await contacts.sentTo(id)).not.toContain('watch-end-notice:1');
}, 180_000);
