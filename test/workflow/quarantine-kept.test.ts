import { expect, test } from '@jest/globals';
import { caseWorld } from '../support/case-world.ts';
import { contactStory } from '../support/contact-story.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const contacts = contactStory(world);

type Kept = Readonly<{ contactId: string; caseId: string; isolationId: string }>;

/** In quarantine, with symptoms and no result, past the day of its end. */
async function ill(): Promise<Kept> {
  const source = await contacts.source();
  const contactId = await contacts.named(source, await contacts.known(), await contacts.touched());
  await contacts.quarantined(contactId);
  const orders = world.partners.orders().length;
  await contacts.report(contactId, true);
  await contacts.atStage(contactId, 'converted');
  await world.ordered(orders + 1);
  await world.days(16);
  await world.until(
    'kept',
    async () => (await contacts.quarantineOf(contactId))?.keptForResultSince !== undefined,
  );
  const { caseId = '' } = await contacts.stateOf(contactId);
  await world.task(caseId, 'result-overdue'); // nobody waits in silence
  expect(await contacts.quarantineOf(contactId)).toMatchObject({ stage: 'active' });
  expect(await contacts.sentTo(contactId)).toEqual(['quarantine-notice']);
  const isolationId = (await world.uses.lookups.quarantineOfContact(contactId)) ?? '';
  return { contactId, caseId, isolationId };
}

const over = async ({ isolationId, contactId }: Kept, path?: string) => {
  const process = `isolation/${isolationId}`;
  await world.client.workflow.getHandle(process).result();
  if (path !== undefined) await keepHistory(world, process, path);
  const { stage, endedBecause } = (await contacts.quarantineOf(contactId)) ?? {};
  return { stage, endedBecause, sent: await contacts.sentTo(contactId) };
};

test('a quarantine is kept for a late result, and handed over when it is positive: nobody is told that they are free', async () => {
  const one = await ill();
  const described = await world.client.workflow.getHandle(`isolation/${one.isolationId}`).describe();
  expect(described.searchAttributes?.['WaitingFor']).toEqual(['test-result']);
  await world.result('positive');
  expect(await over(one, 'isolation-kept-then-handed-over')).toEqual({
    ...{ stage: 'ended', endedBecause: 'became-case' },
    sent: ['quarantine-notice'],
  });
  expect(await world.uses.lookups.isolationOfCase(one.caseId)).toBeDefined();
});

test('ended and told at once, when it is negative', async () => {
  const one = await ill();
  await world.result('negative');
  expect(await over(one, 'isolation-kept-then-released')).toEqual({
    ...{ stage: 'ended', endedBecause: 'released' },
    sent: ['quarantine-notice', 'quarantine-release-notice'],
  });
  await world.client.workflow.getHandle(`contact/${one.contactId}`).result();
});

test('ended and told at once, when the suspicion is withdrawn', async () => {
  const one = await ill();
  await world.ask.withdrawDiagnosis({ ...world.request(), caseId: one.caseId, reason: 'wrong-result' });
  expect(await over(one)).toEqual({
    ...{ stage: 'ended', endedBecause: 'released' },
    sent: ['quarantine-notice', 'quarantine-release-notice'],
  });
});

test('ended without a word, when the person has died meanwhile', async () => {
  const one = await ill();
  const dateOfDeath = await contacts.day(0);
  await world.ask.reportDeath({ ...world.request(), caseId: one.caseId, dateOfDeath });
  expect(await over(one)).toEqual({
    ...{ stage: 'ended', endedBecause: 'deceased' },
    sent: ['quarantine-notice'],
  });
});
