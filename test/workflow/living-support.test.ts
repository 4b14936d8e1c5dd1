import { describe, expect, test } from '@jest/globals';
import { forThisFile } from '../support/for-this-file.ts';
import { livingSupportStory } from '../support/living-support-story.ts';
import { keepHistory } from '../support/golden.ts';
import { caseWorld } from '../support/case-world.ts';

const world = forThisFile(caseWorld);
const story = livingSupportStory(world);

describe('living support', () => {
  test('is claimed at the notice, judged after the isolation, approved and paid', async () => {
    const claimed = await story.claimed();
    const { claim, caseId } = claimed;
    expect(await story.state(claim)).toMatchObject({ stage: 'applied', householdSize: 1, caseId });
    await story.isolationOver(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
    await story.atStage(claim, 'awaiting-approval');
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    const key = await story.transferred(claim, 1);
    await story.told(claim, 1);
    await story.paid(claim, key);
    await story.ended(claim, 'paid', 'living-support-paid');
    expect(await story.state(claim)).toMatchObject({ paidWon: 454_900, approvedBy: 'chief', attempt: 1 });
    expect(world.partners.transfers().filter((one) => one.livingSupportId === claim)).toHaveLength(1);
    expect(await story.openTasks(claim)).toEqual([]);
    expect(story.toldOf(claim)).toEqual([
      expect.stringMatching(/454,900원 지급이 20\d\d-\d\d-\d\d에 승인/),
      expect.stringMatching(/454,900원이 20\d\d-\d\d-\d\d에 지급/),
    ]);
    await keepHistory(world, `living-support/${claim}`, 'living-support-told');
  });

  test('is refused for paid leave: the person reads the reason, and how to object', async () => {
    const claimed = await story.claimed();
    const { claim } = claimed;
    await story.isolationOverAtOnce(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.stated(claim, { paidLeave: true });
    await story.ended(claim, 'ineligible', 'living-support-refused');
    expect(story.toldOf(claim)).toEqual([expect.stringMatching(/유급휴가를 받음.*행정심판/)]);
  });

  test('of a record merged into another is looked at by the officer before it is paid', async () => {
    const [claimed, other] = [await story.claimed(), await story.claimed()];
    const { claim } = claimed;
    const personOf = async (id: string) => (await story.state(id)).personId;
    await story.isolationOverAtOnce(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
    const asked = await story.task(claim, 'living-support-approval');
    await world.ask.mergePerson({
      ...story.by('officer'),
      personId: await personOf(claim),
      survivorId: await personOf(other.claim),
    });
    const again = await story.task(claim, 'living-support-approval', 'recipient-merged');
    expect(again).not.toBe(asked);
    expect(await story.openTasks(claim)).toHaveLength(1);
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    await story.paid(claim, await story.transferred(claim, 1));
    await story.ended(claim, 'paid', 'living-support-of-a-merged-record');
  });

  test('whose amount was set while an approval was on its way is approved anew: nobody approves what they have not seen', async () => {
    const claimed = await story.claimed();
    const { claim } = claimed;
    const open = async () => (await story.openTasks(claim)).map(({ taskId }) => taskId);
    const set = (amountWon: number) =>
      world.ask.setLivingSupportAmount({
        ...story.by('payer'),
        livingSupportId: claim,
        amountWon,
        reason: 'protocolMisapplied',
      });
    await story.isolationOverAtOnce(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
    const first = await story.task(claim, 'living-support-approval');
    await set(300_000);
    await world.until('asked anew, once', async () => {
      const [task, ...others] = await open();
      return task !== undefined && task !== first && others.length === 0;
    });
    await world.sleep();
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    await set(320_000);
    await world.wake();
    await story.task(claim, 'living-support-approval');
    expect(await story.state(claim)).toMatchObject({ stage: 'awaiting-approval', amountWon: 320_000 });
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    await story.paid(claim, await story.transferred(claim, 1));
    await story.ended(claim, 'paid', 'living-support-amount-set-meanwhile');
    expect(await story.state(claim)).toMatchObject({ paidWon: 320_000, approvedBy: 'chief' });
    expect(await story.openTasks(claim)).toEqual([]);
  });

  test('is paid at the second attempt, reversed after a violation, and recovered', async () => {
    const claimed = await story.claimed();
    const { claim, isolation } = claimed;
    const occurredAt = await story.inIsolation(claimed);
    await story.isolationOverAtOnce(claimed);
    await story.atStage(claim, 'facts-missing');
    await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    await story.transferred(claim, 1);
    await story.told(claim, 1);
    await world.ask.recordLivingSupportPaymentFailure({
      ...story.by('living-support-payments'),
      livingSupportId: claim,
      attempt: 1,
      reason: 'accountClosed',
    });
    await story.decide(claim, 'payment-failed', 'payAgain', 'payer');
    await story.paid(claim, await story.transferred(claim, 2));
    await story.ended(claim, 'paid');
    const violation = {
      ...story.by('officer'),
      isolationId: isolation,
      source: 'report',
      occurredAt,
    } as const;
    await world.ask.reportViolation(violation);
    await world.ask.establishViolation({ ...story.by('officer'), isolationId: isolation, sequence: 1 });
    await story.task(claim, 'living-support-recovery');
    expect(world.partners.recalls().filter(({ key }) => key.includes(claim))).toMatchObject([
      { won: 454_900 },
    ]);
    await story.told(claim, 3);
    await world.ask.recordLivingSupportRecovery({
      ...story.by('living-support-payments'),
      livingSupportId: claim,
      amountWon: 454_900,
      reference: 'R-1',
    });
    await story.ended(claim, 'recovered', 'living-support-recovered');
    expect(await story.openTasks(claim)).toEqual([]);
    expect(story.toldOf(claim)).toEqual(
      ['승인', '지급되었습니다', '454,900원을 돌려주셔야', '모두 받았습니다'].map((words) =>
        expect.stringContaining(words),
      ),
    );
  });

  test('whose violation is withdrawn while its money is being taken back is paid again once it has come back', async () => {
    const claimed = await story.claimed();
    const { claim, isolation } = claimed;
    const officer = () => ({ ...story.by('officer'), isolationId: isolation });
    const occurredAt = await story.inIsolation(claimed);
    await story.isolationOverAtOnce(claimed);
    await story.paidOut(claim);
    await world.ask.reportViolation({ ...officer(), source: 'report', occurredAt });
    await world.ask.establishViolation({ ...officer(), sequence: 1 });
    await story.task(claim, 'living-support-recovery');
    await world.ask.withdrawViolation({ ...officer(), sequence: 1, reason: 'wrong-person' });
    const process = world.client.workflow.getHandle(`living-support/${claim}`);
    await world.until('asked about the recall', async () =>
      ((await process.fetchHistory()).events ?? []).some(
        ({ activityTaskScheduledEventAttributes: one }) =>
          one?.activityType?.name === 'restoreUnlessRecalled',
      ),
    );
    const back = `living-support:${claim}:recall:1`;
    world.partners.transferEnds(back, 'recovered');
    const { reference = '', won = 0 } =
      (await world.partners.livingSupportPayments.findRecallByKey(back)) ?? {};
    await world.ask.recordLivingSupportRecovery({
      ...story.by('living-support-payments'),
      livingSupportId: claim,
      amountWon: won,
      reference,
    });
    await story.decide(claim, 'living-support-approval', 'approve', 'chief');
    await story.paid(claim, await story.transferred(claim, 2));
    await story.ended(claim, 'paid', 'living-support-paid-again');
    expect(await story.state(claim)).toMatchObject({ paidWon: 454_900, attempt: 2 });
  });

  test('of which a part came back is recalled wholly after a violation', async () => {
    const claimed = await story.claimed();
    const { claim, isolation } = claimed;
    const officer = () => ({ ...story.by('officer'), isolationId: isolation });
    const back = (reference: string, amountWon: number) =>
      world.ask.recordLivingSupportRecovery({
        ...story.by('living-support-payments'),
        livingSupportId: claim,
        amountWon,
        reference,
      });
    const occurredAt = await story.inIsolation(claimed);
    await story.isolationOverAtOnce(claimed);
    await story.paidOut(claim);
    await world.ask.reverseLivingSupport({
      ...story.by('payer'),
      livingSupportId: claim,
      reason: 'wrongAmount',
      amountDueWon: 50_000,
    });
    await story.task(claim, 'living-support-recovery');
    await story.told(claim, 3);
    await back('R-1', 50_000);
    await story.ended(claim, 'recovered');
    await world.ask.reportViolation({ ...officer(), source: 'report', occurredAt });
    await world.ask.establishViolation({ ...officer(), sequence: 1 });
    await story.task(claim, 'living-support-recovery');
    const recalls = world.partners.recalls().filter(({ key }) => key.includes(claim));
    expect(recalls.map(({ won }) => won)).toEqual([50_000, 404_900]);
    await story.told(claim, 5);
    await back('R-2', 404_900);
    await story.ended(claim, 'recovered', 'living-support-recalled-wholly');
    expect(await story.state(claim)).toMatchObject({ amountDueWon: 454_900, reversals: 2 });
    expect(await story.openTasks(claim)).toEqual([]);
    expect(story.toldOf(claim).slice(2)).toEqual(
      ['50,000원을 돌려주셔야', '모두 받았습니다', '404,900원을 돌려주셔야', '모두 받았습니다'].map((words) =>
        expect.stringContaining(words),
      ),
    );
  });
});

/** Last of all: no time is skipped while a message is tried again. */
test('money waits for no message: the gateway is down, and what was approved is paid', async () => {
  const claimed = await story.claimed();
  const { claim } = claimed;
  await story.isolationOver(claimed);
  await story.atStage(claim, 'facts-missing');
  world.partners.trouble('sms', 'down', 1_000, `${claim}:notice`);
  await story.stated(claim, { paidLeave: false, shorterIsolationPaidInFull: true });
  await story.atStage(claim, 'awaiting-approval');
  await story.decide(claim, 'living-support-approval', 'approve', 'chief');
  await story.paid(claim, await story.transferred(claim, 1));
  await story.atStage(claim, 'paid');
  expect(story.toldOf(claim)).toEqual([]);
});
