import { describe, expect, test } from '@jest/globals';
import { contactStory } from '../support/contact-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const contacts = contactStory(world);

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

  test('is tested on its days by the protocol of the disease, and freed when nothing was found', async () => {
    const source = await contacts.source('mers');
    const exposure = { ...(await contacts.touched()), attributes: { closeContact: true } };
    const id = await contacts.named(source, await contacts.known(), exposure);
    await contacts.quarantined(id);
    for (const number of [1, 2]) {
      await world.days(7);
      const key = `contact:${id}:quarantine-test:${number}`;
      await world.until(`test ${number}`, async () => world.partners.orders().some((one) => one.key === key));
      const order = world.partners.orders().find((one) => one.key === key);
      expect(order).toMatchObject({ purpose: 'quarantine' });
      await world.ask.recordTestResult({
        ...world.request(),
        testId: order?.testId ?? '',
        contactId: id,
        result: 'negative',
      });
    }
    await world.days(3);
    await contacts.ended(id, 'followed-up', 'contact-tested-on-its-days');
    expect(await contacts.sentTo(id)).toEqual([
      'quarantine-notice',
      'quarantine-test-notice:1',
      'quarantine-test-notice:2',
      'quarantine-release-notice',
    ]);
  });

  test('whose test is positive becomes a diagnosed case with the link kept', async () => {
    const source = await contacts.source('mers');
    const exposure = { ...(await contacts.touched()), attributes: { closeContact: true } };
    const id = await contacts.named(source, await contacts.known(), exposure);
    await contacts.quarantined(id);
    await world.days(7);
    const key = `contact:${id}:quarantine-test:1`;
    await world.until('a test', async () => world.partners.orders().some((one) => one.key === key));
    const testId = world.partners.orders().find((one) => one.key === key)?.testId ?? '';
    await world.ask.recordTestResult({ ...world.request(), testId, contactId: id, result: 'positive' });
    await contacts.ended(id, 'converted', 'contact-tested-positive');
    const { caseId = '' } = await contacts.stateOf(id);
    expect((await world.explained(caseId)).state).toMatchObject({
      contactId: id,
      classification: 'confirmed',
    });
    expect(await contacts.quarantineOf(id)).toMatchObject({ endedBecause: 'became-case' });
  });

  test('with another exposure stays in the one quarantine, longer', async () => {
    const source = await contacts.source();
    const id = await contacts.named(source, await contacts.known(), await contacts.touched(-3));
    await contacts.quarantined(id);
    const before = await contacts.quarantineOf(id);
    await world.ask.recordExposure({
      ...world.request(),
      contactId: id,
      exposure: await contacts.touched(),
    });
    await world.until(
      'a later end',
      async () => (await contacts.quarantineOf(id))?.endsAt !== before?.endsAt,
    );
    const after = await contacts.quarantineOf(id);
    expect(Date.parse(after?.endsAt ?? '') - Date.parse(before?.endsAt ?? '')).toBe(3 * 86_400_000);
    expect(after?.exposures).toHaveLength(2);
    await world.ask.dropContact({ ...world.request(), contactId: id, reason: 'not-exposed' });
    await contacts.ended(id, 'dropped', 'contact-exposed-again-then-dropped');
    expect(await contacts.quarantineOf(id)).toMatchObject({ stage: 'ended', endedBecause: 'withdrawn' });
  });
});

describe('a source that was no case after all', () => {
  test('frees its contacts at once', async () => {
    const source = await contacts.source();
    const id = await contacts.named(source, await contacts.known(), await contacts.touched());
    await contacts.quarantined(id);
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: source, reason: 'wrong-result' });
    await contacts.ended(id, 'followed-up', 'contact-of-no-case');
    expect(await contacts.quarantineOf(id)).toMatchObject({ stage: 'ended', endedBecause: 'withdrawn' });
    await world.until('told', async () => (await contacts.sentTo(id)).includes('quarantine-release-notice'));
  });
});

describe('a source whose finding was another person’s', () => {
  test('exposed nobody: a contact whose message waited for that is told nothing', async () => {
    const source = await contacts.source('mers');
    await world.ask.doubtIdentity({ ...world.request(), caseId: source, reason: 'person-denies' });
    const exposure = { ...(await contacts.touched()), attributes: { closeContact: false } };
    const id = await contacts.named(source, await contacts.known(), exposure);
    await contacts.atStage(id, 'follow-up');
    await world.decide(await world.task(source, 'identity-in-doubt'), 'anotherPerson');
    await contacts.ended(id, 'followed-up', 'contact-of-another-finding');
    expect(await contacts.sentTo(id)).toEqual([]);
  });
});

describe('a casual contact', () => {
  test('is watched without an order, told so, and told when it is over', async () => {
    const source = await contacts.source('mers');
    const exposure = { ...(await contacts.touched()), attributes: { closeContact: false } };
    const id = await contacts.named(source, await contacts.known(), exposure);
    await contacts.atStage(id, 'follow-up');
    expect((await contacts.stateOf(id)).plan).toMatchObject({ kind: 'passiveSurveillance' });
    await world.days(16);
    await contacts.ended(id, 'followed-up', 'contact-watched');
    expect(await contacts.quarantineOf(id)).toBeUndefined();
    expect(await contacts.sentTo(id)).toEqual(['watch-notice:1', 'watch-end-notice:1']);
  });
});

describe('a contact of whom too little is known', () => {
  test('is graded by an investigator', async () => {
    const source = await contacts.source();
    const { touched: _touched, ...unknown } = await contacts.touched();
    const id = await contacts.named(source, await contacts.known(), unknown);
    await world.decide(await contacts.task(id, 'contact-grading'), 'close');
    await contacts.quarantined(id);
    expect((await contacts.stateOf(id)).conditions).toContainEqual({
      criterion: 'decided-by-person',
      met: true,
      fact: 'close',
    });
    await world.days(16);
    await contacts.ended(id, 'followed-up', 'contact-graded-by-person');
  });

  test('and is found to be none: the story ends, nobody is told anything', async () => {
    const source = await contacts.source();
    const { touched: _touched, ...unknown } = await contacts.touched();
    const id = await contacts.named(source, await contacts.known(), unknown);
    await contacts.task(id, 'contact-grading');
    await world.ask.gradeContact({ ...world.request(), contactId: id, grade: 'none' });
    await contacts.ended(id, 'graded', 'contact-graded-none');
    expect(await contacts.sentTo(id)).toEqual([]);
    expect(await world.uses.lookups.openTasksAbout({ kind: 'contact', id })).toEqual([]);
  });
});

describe('a quarantined contact with symptoms', () => {
  test('becomes a suspected case with the link kept; confirmed, the isolation takes the quarantine’s place', async () => {
    const source = await contacts.source();
    const person = await contacts.known();
    const id = await contacts.named(source, person, await contacts.touched());
    await contacts.quarantined(id);
    const orders = world.partners.orders().length;
    await contacts.report(id, true);
    await contacts.atStage(id, 'converted');
    const { caseId = '' } = await contacts.stateOf(id);
    expect((await world.explained(caseId)).state).toMatchObject({
      personId: person,
      contactId: id,
      symptomatic: true,
      stage: 'suspected',
    });
    expect((await contacts.quarantineOf(id))?.stage).toBe('active');
    await world.ordered(orders + 1);
    await world.result('positive');
    await contacts.ended(id, 'converted', 'contact-became-case');
    expect(await contacts.quarantineOf(id)).toMatchObject({ stage: 'ended', endedBecause: 'became-case' });
    expect(await contacts.sentTo(id)).toEqual(['quarantine-notice']);
    expect(await world.uses.lookups.isolationOfCase(caseId)).toBeDefined();
  });

  test('whose suspicion is ruled out is a contact again, to the end of the same quarantine', async () => {
    const source = await contacts.source();
    const id = await contacts.named(source, await contacts.known(), await contacts.touched());
    await contacts.quarantined(id);
    const before = await contacts.quarantineOf(id);
    const orders = world.partners.orders().length;
    await contacts.report(id, true);
    await world.ordered(orders + 1);
    await world.result('negative');
    await contacts.atStage(id, 'converted');
    await contacts.atStage(id, 'follow-up');
    expect(await contacts.quarantineOf(id)).toEqual(before);
    await world.days(16);
    await contacts.ended(id, 'followed-up', 'contact-ruled-out-goes-on');
    expect(await contacts.sentTo(id)).toEqual(['quarantine-notice', 'quarantine-release-notice']);
  });

  test('of several cases has one quarantine to the latest end, and one case that all of them know', async () => {
    const [one, other] = [await contacts.source(), await contacts.source()];
    const person = await contacts.known();
    const first = await contacts.named(one, person, await contacts.touched(-4));
    await contacts.quarantined(first);
    const second = await contacts.named(other, person, await contacts.touched());
    await world.until('both', async () => (await contacts.quarantineOf(second))?.exposures.length === 2);
    const quarantine = await contacts.quarantineOf(first);
    expect(await contacts.quarantineOf(second)).toEqual(quarantine);
    expect(quarantine?.endsAt).toBe((await contacts.stateOf(second)).plan?.endsAt);
    const orders = world.partners.orders().length;
    await contacts.report(first, true);
    await contacts.atStage(first, 'converted');
    await contacts.atStage(second, 'converted');
    expect((await contacts.stateOf(second)).caseId).toBe((await contacts.stateOf(first)).caseId);
    await world.ordered(orders + 1);
    await world.result('positive');
    await contacts.ended(first, 'converted', 'contact-of-several-cases');
    await contacts.ended(second, 'converted', 'contact-converted-by-another');
    expect(await contacts.quarantineOf(first)).toMatchObject({ endedBecause: 'became-case' });
  });
});
