import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseStory, type CaseStory } from '../support/case-story.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepHistory } from '../support/golden.ts';

/** The tiers of home treatment of 2022-03-16. */
describe('a confirmed case', () => {
  let world: CaseWorld;
  let story: CaseStory;
  beforeAll(async () => {
    world = await caseWorld({ protocolAsOf: '2022-03-16' });
    story = caseStory(world);
  });
  afterAll(async () => {
    await world.close();
  });

  test('has a tier that changes while it runs', async () => {
    const id = await world.open('diagnosis', { person: story.somebody().person });
    const tier = async () => (await world.explained(id)).state.tier?.tier;
    await world.atStage(id, 'home-treatment');
    await world.ask.recordMedicalHistory({ ...world.request(), caseId: id, riskFactors: [] });
    await world.until('the general tier', async () => (await tier()) === 'general');
    await world.ask.recordMedicalHistory({
      ...world.request(),
      caseId: id,
      riskFactors: ['immunocompromised'],
    });
    await world.until('the intensive tier', async () => (await tier()) === 'intensive');
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await world.ended(id);
    await keepHistory(world, `case/${id}`, 'tier-changes');
  });

  test('that the registry cannot take in time is told by telephone; it is registered when it can be', async () => {
    world.partners.trouble('registry', 'refuse');
    const id = await world.open('diagnosis', { person: story.somebody().person });
    const refused = await world.task(id, 'registration-refused');
    await world.days(2);
    await world.task(id, 'registration-overdue');
    expect((await world.explained(id)).reporting).toMatchObject({ overdue: true });
    await world.decide(refused, 'done');
    await world.until('registered', async () => (await world.events(id)).includes('ConfirmedCaseRegistered'));
    await world.until('the task is off the list', async () =>
      (await world.tasks(id)).every(
        ({ kind, stage }) => kind !== 'registration-overdue' || stage === 'cancelled',
      ),
    );
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await world.ended(id);
    await keepHistory(world, `case/${id}`, 'registration-overdue');
  });
});

describe('a patient in hospital', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld({ protocolAsOf: '2023-06-01' });
  });
  afterAll(async () => {
    await world.close();
  });

  test('is released there on the seventh day, where the protocol says so', async () => {
    const id = await world.open('diagnosis', { person: caseStory(world).somebody().person });
    await world.atStage(id, 'home-treatment');
    await world.ask.transferToHospital({ ...world.request(), caseId: id });
    await world.days(6);
    expect((await world.explained(id)).standing).toMatchObject({ waitingFor: 'return-from-hospital' });
    await world.days(3);
    await world.ended(id);
    expect((await world.explained(id)).state).toMatchObject({ stage: 'released', releaseBasis: 'criteria' });
    await keepHistory(world, `case/${id}`, 'released-in-hospital');
  });
});
