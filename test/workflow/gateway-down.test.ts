import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';
import { CALLED_OFF, FOREVER } from '../support/trouble.ts';

const world = forThisFile(caseWorld);
const cases = caseStory(world);
const isolations = isolationStory(world);

const DAY = 24 * 3_600_000;
const registered = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: cases.somebody().person });
  await world.until('registered', async () => (await world.explained(id)).state.registryNumber !== undefined);
  await world.until('notified', async () => (await world.events(id)).includes('IsolationNotified'));
  return id;
};
const kindsOf = async (id: string) => (await world.tasks(id)).map(({ kind }) => kind);
const today = async () => (await world.uses.clock.now()).slice(0, 10);

/** First of all: no time was skipped yet, and the engine's clock is the process's. */
test('while the SMS gateway is down a quarantine ends at its end', async () => {
  world.partners.trouble('sms', 'down', 8, 'quarantine-notice'); // for longer than the quarantine lasts
  const seconds = 5 / (24 * 3_600);
  const id = await isolations.quarantine(await isolations.somebody(), { days: seconds });
  await isolations.isolationIs(id, 'ended');
  await isolations.ended(`isolation/${id}`, 'isolation-ended-while-no-message-goes-out');
  expect(isolations.sentTo(id)).toEqual(['quarantine-release-notice']);
});

/** The notice was sent, and nobody knew it: its proof comes after the end, while it is still asked for. */
test('a notice that is proven when the quarantine has ended is claimed for all the same', async () => {
  world.partners.calm(); // what is left of the trouble before
  world.partners.trouble('sms', 'answer-lost', 1, 'quarantine-notice');
  world.partners.trouble('sms', 'down', 6, 'find:isolation:'); // asked by the notice, and by the release that waits for it
  const seconds = 5 / (24 * 3_600);
  const id = await isolations.quarantine(await isolations.somebody(), { days: seconds });
  const key = `isolation:${id}:quarantine-notice`;
  await world.until('sent', async () => isolations.sentTo(id).includes('quarantine-notice'));
  const deliveredAt = await world.uses.clock.now();
  const process = world.client.workflow.getHandle(`isolation/${id}`);
  await world.until('its story is told', async () => {
    const { searchAttributes } = await process.describe();
    return searchAttributes['WaitingFor']?.[0] === 'nothing';
  });
  const report = { key, providerMessageId: `sms-${key}`, delivered: true, code: '4000', deliveredAt };
  await world.ask.recordDelivery(report);
  await isolations.ended(`isolation/${id}`, 'isolation-proven-after-its-end');
  await world.until('claimed for', async () => {
    return (await world.uses.lookups.livingSupportOfIsolation(id)) !== undefined;
  });
});

test('while the identity is in doubt nobody is asked, by staff either, and a death is heard at once', async () => {
  const id = await registered();
  await world.ask.doubtIdentity({ ...world.request(), caseId: id, reason: 'person-denies' });
  await cases.askedAtNoon(id);
  await world.days(1);
  expect(await kindsOf(id)).not.toContain('no-answer');
  await world.ask.reportDeath({ ...world.request(), caseId: id, dateOfDeath: await today() });
  await world.until('the isolation is over', async () => (await world.events(id)).includes('IsolationEnded'));
  await world.ask.resolveIdentity({ ...world.request(), caseId: id });
  await world.ended(id);
  expect(cases.sentTo(id)).toEqual(['isolation-notice']);
});

/** No time is skipped while a step is tried again: what is told here happens within minutes. */
describe('while the SMS gateway is down', () => {
  /** The morning of the check: the question is put, and its message does not go out. */
  const beingAsked = async (): Promise<{ id: string; key: string }> => {
    const id = await registered();
    const key = `case:${id}:symptom-question:1-1`;
    world.partners.trouble('sms', 'down', FOREVER, key);
    const morning = Math.ceil((await cases.planned(id)) / DAY) * DAY; // 09:00 in Seoul is 00:00 UTC
    await world.move(new Date(morning + 60_000).toISOString());
    await world.atStage(id, 'symptom-check');
    await world.until('it is tried', async () => isUnsettled(world.uses.effects, key));
    return { id, key };
  };

  test('what the patient tells staff releases at once', async () => {
    const { id, key } = await beingAsked();
    await world.report(id, 'symptomFree');
    await cases.ended(id, 'released', 'released-while-no-message-goes-out');
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(cases.sentTo(id)).toEqual(['isolation-notice', 'release-notice']);
  });

  test('a death is heard at once', async () => {
    const { id, key } = await beingAsked();
    await world.ask.reportDeath({ ...world.request(), caseId: id, dateOfDeath: await today() });
    await cases.ended(id, 'deceased', 'death-while-no-message-goes-out');
    expect(await world.effect(key)).toEqual(CALLED_OFF);
  });
});
