import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { publishFreeing } from '../support/freeing-protocol.ts';
import { CALLED_OFF, FOREVER } from '../support/trouble.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

const isOrdered = (key: string): boolean => world.partners.orders().some((order) => order.key === key);

/** A patient who is to be tested again, by a laboratory that is down. */
const inRetest = async (times = FOREVER): Promise<{ id: string; key: string; phone: string }> => {
  const { id, phone } = await story.beingAsked();
  const key = `case:${id}:release-test:1`;
  world.partners.trouble('pcr-laboratory', 'down', times, key);
  await world.answer('3', phone);
  await world.until('the order is tried', async () => isUnsettled(world.uses.effects, key));
  return { id, key, phone };
};
const calledOff = (key: string) =>
  world.until('no intent is left open', async () => !(await isUnsettled(world.uses.effects, key)));

type Turn = (caseId: string) => Promise<unknown>;
const death: Turn = async (caseId) =>
  world.ask.reportDeath({
    ...world.request(),
    caseId,
    dateOfDeath: new Date(Date.parse(await world.uses.clock.now())).toISOString().slice(0, 10),
  });
const withdrawal: Turn = (caseId) =>
  world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'wrong-result' });

describe('while the laboratory is down', () => {
  test.each([
    ['death', death, 'deceased'],
    ['withdrawal', withdrawal, 'withdrawn'],
  ] as const)('%s ends a retest at once, and nothing is ordered afterwards', async (_what, turn, stage) => {
    const { id, key } = await inRetest();
    await turn(id);
    await story.ended(id, stage, `laboratory-down-${stage}`);
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(isOrdered(key)).toBe(false);
  });

  test('a suspicion that is withdrawn is tested no more', async () => {
    world.partners.trouble('pcr-laboratory', 'down', FOREVER, 'diagnostic-test');
    const id = await world.open('suspicion', { person: story.somebody().person });
    const key = `case:${id}:diagnostic-test:1`;
    await world.until('the order is tried', async () => isUnsettled(world.uses.effects, key));
    await withdrawal(id);
    await world.ended(id);
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(isOrdered(key)).toBe(false);
  });

  test('a patient goes to hospital at once, and is treated on when back', async () => {
    const { id, key } = await inRetest();
    await world.ask.transferToHospital({ ...world.request(), caseId: id });
    await calledOff(key);
    expect(isOrdered(key)).toBe(false);
    await world.ask.returnFromHospital({ ...world.request(), caseId: id });
    await world.atStage(id, 'home-treatment');
    await withdrawal(id);
    await world.ended(id);
  });

  test('whoever still waits is tested when it is back', async () => {
    const { id, key, phone } = await inRetest(2);
    await world.until('ordered', async () => isOrdered(key));
    expect(world.partners.orders().filter((order) => order.key === key)).toHaveLength(1);
    await world.result('negative');
    await world.atStage(id, 'home-treatment');
    await story.askedAtNoon(id);
    await world.answer('1', phone);
    await story.ended(id, 'released', 'laboratory-down-and-back');
  });

  test('a result that comes though the answer to the order was lost ends the wait', async () => {
    const { id, phone } = await story.beingAsked();
    const key = `case:${id}:release-test:1`;
    world.partners.trouble('pcr-laboratory', 'answer-lost', 1, key);
    world.partners.trouble('pcr-laboratory', 'down', FOREVER, key);
    await world.answer('3', phone);
    await world.until('the laboratory has it', async () => isOrdered(key));
    await world.result('negative');
    await world.atStage(id, 'home-treatment');
    await calledOff(key);
    expect(await world.effect(key)).toMatchObject({ status: 'done' });
    await withdrawal(id);
    await world.ended(id);
  });

  test('whoever new rules free is released at once', async () => {
    const { id, key } = await inRetest();
    await publishFreeing(world);
    await story.ended(id, 'released', 'laboratory-down-freed');
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(isOrdered(key)).toBe(false);
  });
});
