import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { caseStory } from '../support/case-story.ts';
import { CANARY, caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';
import { investigationStory } from '../support/investigation-story.ts';

const world = forThisFile(caseWorld);
const story = investigationStory(world);
const { somebody } = caseStory(world);

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
    for (const personal of [CANARY.name, '010-7314', '+82107314', 'P-REST-1', 'survey.test']) {
      expect(history).not.toContain(personal);
    }
  });
});

test('without an answer the person is reminded, then telephoned; the deadline escalates; what is told by telephone counts', async () => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
  await story.withoutLookUps(caseId);
  await world.days(0.25);
  await world.until('the reminder', async () => textTo(`survey:${surveyId}:reminder`) !== undefined);
  await world.days(1);
  await world.task(caseId, 'survey-refused');
  await world.task(caseId, 'investigation-overdue');
  await world.ask.recordAnswers({
    ...world.request(),
    surveyId,
    answers: story.told(1, 'P-REST-1', 2, 12),
    channel: 'telephone',
  });
  await world.decide(await world.task(caseId, 'visits-to-establish'), 'done'); // done, but nothing is decided
  const [visit] = (await story.stateOf(routeId)).visits;
  await world.task(caseId, 'visits-to-establish');
  await world.ask.establishVisit({ ...world.request(), routeId, visitId: visit?.visitId ?? '' });
  await story.ended(routeId);
  const open = (await world.tasks(caseId)).filter(({ stage }) => stage === 'open').map(({ kind }) => kind);
  for (const kind of ['survey-refused', 'visits-to-establish', 'investigation-overdue']) {
    expect(open).not.toContain(kind);
  }
  await keepHistory(world, `investigation/${routeId}`, 'route-by-telephone');
});

test('a refusal is for the telephone; when that helps nobody, the route is finished without it', async () => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
  await world.ask.refuseSurvey({ ...world.request(), by: 'survey', surveyId, reason: 'declined' });
  await story.withoutLookUps(caseId);
  await world.decide(await world.task(caseId, 'survey-refused'), 'done');
  await story.ended(routeId);
  expect(await story.stateOf(routeId)).toMatchObject({ stage: 'finished', visits: [] });
  const key = `survey:${surveyId}:form`;
  await world.until(
    'the form withdrawn',
    async () => (await world.partners.surveyForms.findFormByKey(key))?.state === 'withdrawn',
  );
  await keepHistory(world, `investigation/${routeId}`, 'route-refused');
});

test.each([
  ['reminded', 0.25],
  ['telephoned', 0.75],
])('an answer whose message was lost is asked for before the person is %s', async (_what, days) => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
  await story.withoutLookUps(caseId);
  if (days > 0.5) {
    await world.days(0.25);
    await world.until('the reminder', async () => textTo(`survey:${surveyId}:reminder`) !== undefined);
  }
  world.partners.formEnds(`survey:${surveyId}:form`, { 'went-out': false });
  await world.days(days > 0.5 ? days - 0.25 : days);
  await story.ended(routeId);
  expect((await world.uses.surveys.load(surveyId)).aggregate.state.stage).toBe('answered');
  if (days < 0.5) expect(textTo(`survey:${surveyId}:reminder`)).toBeUndefined();
  expect((await world.tasks(caseId)).map(({ kind }) => kind)).not.toContain('survey-refused');
  await keepHistory(world, `investigation/${routeId}`, `route-answer-asked-for-${_what}`);
});

test('a process that begins again behind the answer leaves no text to the person open that a crash cut off', async () => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
  const key = `survey:${surveyId}:reminder`;
  const owner = { kind: 'survey', id: surveyId, caseId };
  await world.uses.effects.intend({ name: 'interview-reminder', key, system: 'sms', owner });
  await world.client.workflow.getHandle(`investigation/${routeId}`).terminate('the store is lost');
  await story.answers(surveyId, { 'went-out': false });
  await rebuildProcesses(world.database.pool, world.client);
  await story.withoutLookUps(caseId);
  await story.ended(routeId);
  expect(await isUnsettled(world.uses.effects, key)).toBe(false);
  expect(textTo(key)).toBeUndefined();
  await keepHistory(world, `investigation/${routeId}`, 'route-begun-again-behind-the-answer');
});

test('a survey system that refuses leaves the interview to the telephone', async () => {
  world.partners.trouble('survey', 'refuse', 1);
  const caseId = await aCase();
  await story.begun(caseId);
  await world.task(caseId, 'survey-refused');
});

test('a diagnosis that is withdrawn calls the investigation off', async () => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await world.until('the link', async () => textTo(`survey:${surveyId}:link`) !== undefined);
  await world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'wrong-result' });
  await story.ended(routeId);
  const form = await world.partners.surveyForms.findFormByKey(`survey:${surveyId}:form`);
  expect(form?.state).toBe('withdrawn');
  await keepHistory(world, `investigation/${routeId}`, 'route-called-off');
});

test('evidence after the end opens the route again', async () => {
  const caseId = await aCase();
  const routeId = await story.begun(caseId);
  const surveyId = await story.surveyOf(caseId);
  await story.withoutLookUps(caseId);
  await story.answers(surveyId, { 'went-out': false });
  await story.ended(routeId);
  const id = await story.lookUp.submitted(caseId);
  const lies = world.partners.lookUps['entry-log'].finds(story.lookUp.keyOf(id), story.lookUp.entries());
  await story.lookUp.answers(id, 3, lies.resultReference);
  await world.task(caseId, 'visits-to-establish');
  expect(await story.stateOf(routeId)).toMatchObject({ stage: 'open', reopenings: 1 });
});
