import { expect, test } from '@jest/globals';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';
import { investigationStory } from '../support/investigation-story.ts';
import { lookUpStory } from '../support/look-up-story.ts';

const world = forThisFile(caseWorld);
const lookUp = lookUpStory(world);
const { somebody } = caseStory(world);

const withdrawn = (caseId: string) =>
  world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'entered-by-mistake' });
const aCase = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: somebody().person });
  await world.atStage(id, 'home-treatment');
  return id;
};
const openApprovals = async (caseId: string) =>
  (await world.tasks(caseId)).filter(({ kind, stage }) => kind === 'look-up-approval' && stage === 'open');

test('the look-ups of a case that is withdrawn end by themselves, and so do its investigation and interview', async () => {
  const caseId = await aCase();
  const investigation = investigationStory(world);
  const routeId = await investigation.begun(caseId);
  const surveyId = await investigation.surveyOf(caseId);
  const ids = [
    await investigation.lookUpOf(caseId, 'entryLog'),
    await investigation.lookUpOf(caseId, 'cardHistory'),
  ];
  for (const id of ids) await lookUp.approvalTask(id);
  const form = async () =>
    (await world.uses.surveyForms.findFormByKey(`survey:${surveyId}:form`))?.state ?? 'none';
  await world.until('a form', async () => (await form()) === 'open');
  await withdrawn(caseId);
  for (const id of ids) {
    await lookUp.ended(id);
    expect(await lookUp.stateOf(id)).toMatchObject({
      stage: 'rejected',
      rejectedBecause: 'case-is-none',
    });
  }
  expect(await openApprovals(caseId)).toEqual([]);
  await investigation.ended(routeId);
  expect((await world.uses.surveys.load(surveyId)).aggregate.state.stage).toBe('offered');
  expect(await form()).toBe('withdrawn');
  await keepHistory(world, `look-up/${ids[0] ?? ''}`, 'look-up-of-a-withdrawn-case');
});

test('and so does one of a suspicion that is ruled out', async () => {
  const before = world.partners.orders().length;
  const caseId = await world.open('suspicion', { person: somebody().person });
  await world.ordered(before + 1);
  const id = await lookUp.asked(caseId);
  await lookUp.approvalTask(id);
  await world.result('negative');
  await lookUp.ended(id);
  expect(await lookUp.stateOf(id)).toMatchObject({ stage: 'rejected', rejectedBecause: 'case-is-none' });
  expect(await openApprovals(caseId)).toEqual([]);
});

test('one that was approved and refused by its provider is off the list', async () => {
  const caseId = await aCase();
  await investigationStory(world).withoutLookUps(caseId);
  world.partners.trouble('card-history', 'refuse', 1);
  const id = await lookUp.asked(caseId, 'cardHistory');
  await lookUp.approve(id);
  await world.task(caseId, 'look-up-refused');
  await withdrawn(caseId);
  await lookUp.ended(id);
  expect(await lookUp.stateOf(id)).toMatchObject({ stage: 'rejected', rejectedBecause: 'case-is-none' });
  expect(lookUp.order(id, 'cardHistory')).toBeUndefined();
  const tasks = await world.tasks(caseId);
  expect(tasks.filter(({ kind, stage }) => kind.startsWith('look-up') && stage === 'open')).toEqual([]);
});

test('one that is on its way: its records are read by nobody, and are gone on their day', async () => {
  const caseId = await aCase();
  await investigationStory(world).withoutLookUps(caseId);
  const id = await lookUp.submitted(caseId);
  await withdrawn(caseId);
  const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
  await lookUp.answers(id, 3, lies.resultReference);
  await lookUp.atStage(id, 'resulted');
  await world.days(30);
  await lookUp.ended(id);
  expect(await lookUp.stateOf(id)).toMatchObject({ stage: 'closed', consultations: 0 });
  expect((await lookUp.stateOf(id)).certificateId).toMatch(/^certificate-/);
  expect(await lookUp.visits(caseId)).toEqual([]);
});
