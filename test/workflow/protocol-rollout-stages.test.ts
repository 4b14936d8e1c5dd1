import { expect, test } from '@jest/globals';
import { rule } from '../support/case-rules.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { publishFreeing } from '../support/freeing-protocol.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

const atClinician = async (): Promise<string> => {
  const { id, phone } = await story.beingAsked();
  for (let round = 1; round <= rule.check.maximumRetests; round += 1) {
    const before = world.partners.orders().length;
    await world.answer('3', phone);
    await world.ordered(before + 1);
    await world.result('positive');
    await world.atStage(id, 'home-treatment');
    await story.askedAtNoon(id);
  }
  await world.answer('3', phone);
  await world.task(id, 'clinician-decision');
  return id;
};
const atRetest = async (): Promise<string> => {
  const { id, phone } = await story.beingAsked();
  const before = world.partners.orders().length;
  await world.answer('3', phone);
  await world.ordered(before + 1);
  return id;
};
const inHospital = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: story.somebody().person });
  await story.planned(id);
  await world.ask.transferToHospital({ ...world.request(), caseId: id });
  return id;
};

test('whoever the new rules free is released at once, whatever their process waits for; each case has its result', async () => {
  const clinician = await atClinician();
  const retest = await atRetest();
  const hospital = await inHospital();
  const suspected = await world.open('suspicion', { person: story.somebody().person });
  await world.days(3);
  const protocol = await publishFreeing(world);
  await story.ended(clinician, 'released', 'freed-before-the-clinician');
  await story.ended(retest, 'released', 'freed-during-the-retest');
  await story.ended(hospital, 'released', 'freed-in-hospital-by-protocol');
  await world.client.workflow.getHandle(`rollout/${protocol}`).result();

  const { rows } = await world.database.pool.query<{ id: string; outcome: string; details: object }>(
    `select subject_id as id, outcome, details from bulk_result where subject_kind = 'case'`,
  );
  const moved = { version: protocol, dueAt: expect.any(String), previousDueAt: expect.any(String) };
  expect(Object.fromEntries(rows.map(({ id, ...became }) => [id, became]))).toEqual({
    [clinician]: { outcome: 'moved', details: { ...moved, previousVersion: expect.any(String) } },
    [retest]: { outcome: 'moved', details: { ...moved, previousVersion: expect.any(String) } },
    [hospital]: { outcome: 'moved', details: { ...moved, previousVersion: expect.any(String) } },
    [suspected]: { outcome: 'not-confirmed-yet', details: { stage: 'suspected' } },
  });
  const asked = (await world.tasks(clinician)).filter(({ kind }) => kind === 'clinician-decision');
  expect(asked.map(({ stage }) => stage)).toEqual(['cancelled']);
  expect(await world.events(retest)).not.toContain('PcrTestPerformed');
}, 120_000);
