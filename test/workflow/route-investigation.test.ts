import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseStory, type CaseStory } from '../support/case-story.ts';
import { CANARY, caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepHistory } from '../support/golden.ts';
import { investigationStory } from '../support/investigation-story.ts';

let world: CaseWorld;
let somebody: CaseStory['somebody'];
let story: ReturnType<typeof investigationStory>;
beforeAll(async () => {
  world = await caseWorld();
  ({ somebody } = caseStory(world));
  story = investigationStory(world);
});
afterAll(async () => {
  await world.close();
});

const aCase = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: somebody().person });
  await world.atStage(id, 'home-treatment');
  return id;
};
const textTo = (key: string): string | undefined =>
  world.partners.sent().find((text) => text.key === key)?.text;

describe('an investigation', () => {
  test('merges interview, entry log and card into visits, of which an investigator decides the doubtful ones', async () => {
    const caseId = await aCase();
    const routeId = await story.begun(caseId);
    const surveyId = await story.surveyOf(caseId);
    await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
    expect(textTo(`survey:${surveyId}:link`)).toContain(`https://survey.test/survey:${surveyId}:form`);

    const [entryLog, card] = [
      await story.lookUpOf(caseId, 'entryLog'),
      await story.lookUpOf(caseId, 'cardHistory'),
    ];
    for (const id of [entryLog, card]) await story.lookUp.approve(id);
    await story.lookUp.atStage(entryLog, 'submitted');
    await story.lookUp.atStage(card, 'submitted');
    const lies = world.partners.lookUps['entry-log'].finds(
      story.lookUp.keyOf(entryLog),
      story.lookUp.entries(),
    );
    await story.lookUp.answers(entryLog, 3, lies.resultReference);
    await story.lookUp.answers(card, 0);
    await story.answers(surveyId, {
      ...story.told(1, 'P-REST-1', 2, 12.5),
      ...story.told(2, 'P-PARK-9', 3, 10),
    });

    await world.task(caseId, 'visits-to-establish');
    const visits = (await story.stateOf(routeId)).visits;
    expect(visits.find(({ placeId }) => placeId === 'P-REST-1')).toMatchObject({
      evidence: ['interview', 'entryLog'],
      confidence: 'high',
      standing: 'established',
    });
    const doubtful = visits.filter(({ standing }) => standing === 'undecided');
    expect(doubtful.map(({ placeId }) => placeId)).toEqual(['P-PARK-9', 'P-CAFE-2']);
    for (const { visitId, placeId } of doubtful) {
      const visit = { ...world.request(), routeId, visitId };
      if (placeId === 'P-CAFE-2') await world.ask.establishVisit(visit);
      else await world.ask.rejectVisit({ ...visit, reason: 'elsewhere' });
    }
    await story.ended(routeId);
    expect((await story.stateOf(routeId)).stage).toBe('finished');
    await keepHistory(world, `investigation/${routeId}`, 'route-from-three-sources');
    const history = JSON.stringify((await world.history(`investigation/${routeId}`)).events);
    for (const personal of [CANARY.name, '7314', 'P-REST-1', 'survey.test']) {
      expect(history).not.toContain(personal);
    }
  });
});
