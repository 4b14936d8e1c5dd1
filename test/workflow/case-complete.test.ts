import { describe, expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';

/** The tiers of home treatment of 2022-03-16. */
describe('a confirmed case', () => {
  const world = forThisFile(() => caseWorld({ protocolAsOf: '2022-03-16' }));
  const story = caseStory(world);

  test('has a tier that changes while it runs', async () => {
    const id = await world.open('diagnosis', { person: story.somebody().person });
    const tier = async () => (await world.explained(id)).state.tier?.tier;
    await world.atStage(id, 'home-treatment');
    await world.decide(await world.task(id, 'tier-undecided'), 'done');
    await world.task(id, 'tier-undecided'); // done without the fact: nobody asks the patient yet
    await world.ask.recordMedicalHistory({ ...world.request(), caseId: id, riskFactors: [] });
    await world.until('the general tier', async () => (await tier()) === 'general');
    await world.until('nobody asks', async () =>
      (await world.tasks(id)).every(({ kind, stage }) => kind !== 'tier-undecided' || stage !== 'open'),
    );
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

describe('a case under the protocol of 2023', () => {
  const world = forThisFile(() => caseWorld({ protocolAsOf: '2023-06-01' }));

  test('is asked to be told by telephone while the law leaves time for it', async () => {
    world.partners.trouble('registry', 'refuse');
    const id = await world.open('diagnosis', { person: caseStory(world).somebody().person });
    const refused = await world.task(id, 'registration-refused');
    const { state, reporting } = await world.explained(id);
    const hoursOn = (hours: number) =>
      Instant.of(state.confirmedAt ?? '')
        .plusHours(hours)
        .toString();
    expect(reporting).toMatchObject({ deadline: hoursOn(24) });
    await world.move(hoursOn(17));
    const task = (await world.uses.tasks.load(await world.task(id, 'registration-overdue'))).aggregate;
    expect(task.state).toMatchObject({ dueAt: hoursOn(24) });
    expect((await world.explained(id)).reporting).toMatchObject({ overdue: false });
    await world.decide(refused, 'done');
    await world.until('registered', async () => (await world.events(id)).includes('ConfirmedCaseRegistered'));
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await world.ended(id);
  });

  test('is released in hospital on the seventh day, where the protocol says so', async () => {
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
