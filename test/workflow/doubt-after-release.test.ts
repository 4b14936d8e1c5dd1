import { describe, expect, test } from '@jest/globals';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';
import { livingSupportStory, type LivingSupportStory } from '../support/living-support-story.ts';

type Claimed = Awaited<ReturnType<LivingSupportStory['claimed']>>;

const world = forThisFile(caseWorld);
const story = livingSupportStory(world);

/** Released, and the claim waits for its approval. */
const released = async (): Promise<Claimed> => {
  const claimed = await story.claimed();
  await story.isolationOver(claimed);
  await story.atStage(claimed.claim, 'facts-missing');
  await story.stated(claimed.claim, { paidLeave: false, shorterIsolationPaidInFull: true });
  await story.atStage(claimed.claim, 'awaiting-approval');
  return claimed;
};
const approved = (claim: string) => story.decide(claim, 'living-support-approval', 'approve', 'chief');
const doubted = async ({ caseId }: Claimed): Promise<string> => {
  await world.ask.doubtIdentity({ ...world.request(), caseId, reason: 'specimen-mixed-up' });
  return world.task(caseId, 'identity-in-doubt');
};
const transfersOf = (claim: string) =>
  world.partners.transfers().filter(({ livingSupportId }) => livingSupportId === claim);
const withdrawn = ({ caseId }: Claimed, reason: 'wrong-person' | 'wrong-result') =>
  world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason });
const waitsForIdentity = (claim: string) =>
  world.until('held', async () => {
    const { searchAttributes } = await world.client.workflow.getHandle(`living-support/${claim}`).describe();
    return searchAttributes['WaitingFor']?.[0] === 'identity';
  });

describe('a doubt after the release', () => {
  test('holds the payment; resolved, it is paid once', async () => {
    const claimed = await released();
    const { claim, caseId } = claimed;
    const task = await doubted(claimed);
    await approved(claim);
    await waitsForIdentity(claim);
    expect(transfersOf(claim)).toEqual([]);
    expect((await world.explained(caseId)).standing).toMatchObject({ waitingFor: 'identity' });
    await world.decide(task, 'samePerson');
    await story.paid(claim, await story.transferred(claim, 1));
    await story.ended(claim, 'paid');
    expect(transfersOf(claim)).toHaveLength(1);
    expect((await world.explained(caseId)).state).toMatchObject({ stage: 'released' });
  });

  test('that finds another person gets the money back, and tells the registry’s and that person’s', async () => {
    const claimed = await released();
    const { claim, caseId } = claimed;
    await approved(claim);
    await story.paid(claim, await story.transferred(claim, 1));
    await story.ended(claim, 'paid');
    await world.decide(await doubted(claimed), 'anotherPerson');
    await story.atStage(claim, 'reversed');
    expect(await story.state(claim)).toMatchObject({ reversedBecause: 'diagnosisWithdrawn' });
    await world.until('asked back', async () =>
      world.partners.recalls().some(({ key }) => key.includes(claim)),
    );
    await world.task(caseId, 'finding-of-another');
    await world.task(caseId, 'registration-to-withdraw');
    await world.until('told why it is due back', async () =>
      (story.toldOf(claim).at(-1) ?? '').includes('본인의 결과가 아님'),
    );
  });
});

describe('a diagnosis that is withdrawn after the release', () => {
  test('ends the claim of somebody whom it never concerned', async () => {
    const claimed = await released();
    const { claim, caseId } = claimed;
    await withdrawn(claimed, 'wrong-person');
    await story.ended(claim, 'rejected', 'living-support-not-theirs');
    expect(await story.state(claim)).toMatchObject({ reversedBecause: 'diagnosisWithdrawn' });
    expect(await story.openTasks(claim)).toEqual([]);
    await world.task(caseId, 'registration-to-withdraw');
    expect((await world.explained(caseId)).state).toMatchObject({
      stage: 'withdrawn',
      classification: 'notACase',
    });
  });

  test('because of a wrong result takes nothing from whom was isolated for it', async () => {
    const claimed = await released();
    const { claim, caseId } = claimed;
    await withdrawn(claimed, 'wrong-result');
    await world.task(caseId, 'registration-to-withdraw');
    await approved(claim);
    await story.paid(claim, await story.transferred(claim, 1));
    await story.ended(claim, 'paid');
  });

  test('while its registration is still owed registers nobody', async () => {
    world.partners.trouble('registry', 'refuse');
    const claimed = await story.claimed();
    const { caseId } = claimed;
    await world.task(caseId, 'registration-refused');
    await story.isolationOver(claimed);
    await withdrawn(claimed, 'wrong-result');
    await world.ended(caseId);
    await keepHistory(world, `case/${caseId}`, 'withdrawn-before-its-registration');
    expect(world.partners.registrations().filter((one) => one.caseId === caseId)).toEqual([]);
    const refused = (await world.tasks(caseId)).filter(({ kind }) => kind === 'registration-refused');
    expect(refused.map(({ stage }) => stage)).toEqual(['cancelled']);
  });
});
