import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseStory, type CaseStory } from '../support/case-story.ts';
import { CANARY, caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepHistory } from '../support/golden.ts';
import { lookUpStory } from '../support/look-up-story.ts';

let world: CaseWorld;
let somebody: CaseStory['somebody'];
let lookUp: ReturnType<typeof lookUpStory>;
beforeAll(async () => {
  world = await caseWorld();
  ({ somebody } = caseStory(world));
  lookUp = lookUpStory(world);
});
afterAll(async () => {
  await world.close();
});

const aCase = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: somebody().person });
  await world.atStage(id, 'home-treatment');
  return id;
};
const noticeTo = (id: string): boolean =>
  world.partners.sent().some(({ key }) => key === `information-request:${id}:person-notice`);

describe('a look-up', () => {
  test('goes from its approval to the certificate of destruction, and leaves only places and times', async () => {
    const caseId = await aCase();
    const id = await lookUp.asked(caseId);
    await world.task(caseId, 'look-up-approval');
    expect(lookUp.order(id)).toBeUndefined();
    await lookUp.approve(id);
    await lookUp.atStage(id, 'submitted');
    expect(lookUp.order(id)).toMatchObject({ legalBasis: 'idcpa-76-2', from: lookUp.day(5) });
    await world.until('the approval off the list', async () =>
      (await world.tasks(caseId)).every(({ kind, stage }) => kind !== 'look-up-approval' || stage !== 'open'),
    );
    const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
    await lookUp.answers(id, 3, lies.resultReference);
    await world.until('two visits', async () => (await lookUp.visits(caseId)).length === 2);
    await world.until('the notice', async () => noticeTo(id));
    expect(await lookUp.visits(caseId)).toMatchObject([
      { placeId: 'P-REST-1', evidence: ['entryLog'], confidence: 'medium', standing: 'undecided' },
      { placeId: 'P-CAFE-2' },
    ]);
    await world.days(27);
    expect((await lookUp.stateOf(id)).stage).toBe('resulted');
    await world.days(2);
    await lookUp.ended(id);
    const state = await lookUp.stateOf(id);
    expect(state).toMatchObject({
      stage: 'closed',
      consultations: 1,
      protocolVersion: 'kr-covid-19/2020-06-25/1',
    });
    expect(state.certificateId).toMatch(/^certificate-/);
    expect(state.resultReference).toBeUndefined();
    await keepHistory(world, `look-up/${id}`, 'look-up-to-destruction');
    const told = JSON.stringify((await world.history(`look-up/${id}`)).events);
    for (const personal of [CANARY.name, '7314', 'P-REST-1']) expect(told).not.toContain(personal);
  });
});
