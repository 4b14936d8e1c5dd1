import { rule } from '../support/case-rules.ts';
import { describe, expect, test } from '@jest/globals';
import { caseStory } from '../support/case-story.ts';
import { CANARY, caseWorld } from '../support/case-world.ts';
import { decoded } from '../support/decoded.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const { somebody, stageOf, planned, askedAtNoon, beingAsked, ended, sentTo } = caseStory(world);

describe('a suspicion', () => {
  test('that tests negative ends with a notice', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person, specimenId: 'S-1-NEG' });
    await world.ordered(before + 1);
    expect(world.partners.orders().at(-1)).toMatchObject({ specimenId: 'S-1-NEG', purpose: 'diagnostic' });
    await world.result('negative');
    await ended(id, 'not-a-case', 'suspicion-negative');
    expect(sentTo(id)).toEqual(['not-a-case-notice']);
  });

  test('that tests positive is confirmed; the same webhook twice changes nothing', async () => {
    const { person, phone } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    const [one, two] = await Promise.all([
      world.result('positive', 'twice'),
      world.result('positive', 'twice'),
    ]);
    expect(one).toEqual(two);
    await world.atStage(id, 'home-treatment');
    await askedAtNoon(id);
    await world.answer('1', phone);
    await ended(id, 'released', 'suspicion-positive');
    const confirmed = (await world.events(id)).filter((type) => type === 'InfectionConfirmed');
    expect(confirmed).toHaveLength(1);
  });

  test('whose result is late becomes a task; the late webhook still confirms', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    await world.days(3);
    await world.task(id, 'result-overdue');
    await world.result('positive');
    await world.atStage(id, 'home-treatment');
    await world.until('task off the list', async () =>
      (await world.tasks(id)).every(({ stage }) => stage !== 'open'),
    );
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'wrong-result' });
    await ended(id, 'withdrawn', 'late-webhook');
  });

  test('that is cancelled was not done: another is ordered in its place', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    const { testId = '' } = world.partners.orders().at(-1) ?? {};
    await world.ask.cancelTest({ ...world.request(), by: 'an officer', testId, reason: 'orderedByMistake' });
    await world.ordered(before + 2);
    const [first, second] = world.partners.orders().slice(-2);
    expect(second?.key).toBe(`${first?.key ?? ''}:again-1`);
    await world.result('negative');
    await ended(id, 'not-a-case', 'cancelled-test-replaced');
  });

  test('whose result is late is looked for again, when staff have dealt with it and none came', async () => {
    const { person } = somebody();
    const before = world.partners.orders().length;
    const id = await world.open('suspicion', { person });
    await world.ordered(before + 1);
    await world.days(3);
    const first = await world.task(id, 'result-overdue');
    await world.decide(first, 'done');
    await world.days(3);
    expect(await world.task(id, 'result-overdue')).not.toBe(first);
    await world.result('negative');
    await ended(id, 'not-a-case', 'overdue-asked-again');
  });

  test('that stays indeterminate is a clinician’s to settle', async () => {
    const { person } = somebody();
    const id = await world.open('suspicion', { person });
    for (let round = 1; round <= rule.check.maximumDiagnosticTests; round += 1) {
      await world.until(
        'order',
        async () => world.partners.orders().at(-1)?.key === `case:${id}:diagnostic-test:${round}`,
      );
      await world.result('indeterminate');
    }
    await world.decide(await world.task(id, 'inconclusive-result'), 'ruleOut');
    await ended(id, 'not-a-case', 'indeterminate-settled');
  });
});

describe('a partner', () => {
  test('that refuses the registration holds up nobody; staff mend it and it is tried again', async () => {
    world.partners.trouble('registry', 'refuse');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    const taskId = await world.task(id, 'registration-refused');
    expect(await stageOf(id)).toBe('home-treatment');
    await world.decide(taskId, 'done');
    await world.until(
      'registered',
      async () => (await world.explained(id)).state.registryNumber !== undefined,
    );
  });

  test('that did it and lost its answer is not made to do it twice', async () => {
    world.partners.trouble('sms', 'answer-lost', 1, 'isolation-notice');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.until('notified', async () => (await world.events(id)).includes('IsolationNotified'));
    expect(sentTo(id)).toEqual(['isolation-notice']);
  });

  test('that refuses a message leaves it to staff, and the process goes on', async () => {
    world.partners.trouble('sms', 'refuse', 1, 'isolation-notice');
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await world.task(id, 'message-undeliverable');
    await world.atStage(id, 'home-treatment');
  });
});

describe('news', () => {
  test('that comes before the process has started starts it, and the start changes nothing after', async () => {
    await world.sleep();
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    const at = await world.uses.clock.now();
    const news = [{ aggregateId: id, version: 4, type: 'SymptomsReported' as const, at }];
    await world.report(id, 'improving');
    await world.announcer.announce({ process: 'caseLifecycle', id, caseId: id, begins: false, news });
    await world.wake();
    await world.atStage(id, 'home-treatment');
    await world.until('all announced', async () => (await world.events(id)).includes('IsolationNotified'));
    expect((await world.events(id)).filter((type) => type === 'IsolationOrdered')).toHaveLength(1);
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId: id, reason: 'entered-by-mistake' });
    await ended(id, 'withdrawn', 'signal-before-start');
  });

  test('that comes twice is dropped the second time', async () => {
    const { person } = somebody();
    const id = await world.open('diagnosis', { person });
    await planned(id);
    const steps = async () => {
      const events = (await world.history(`case/${id}`)).events ?? [];
      return {
        signals: events.filter((event) => event.workflowExecutionSignaledEventAttributes != null).length,
        markers: events.filter((event) => event.markerRecordedEventAttributes != null).length,
        busy:
          (await world.client.workflow.getHandle(`case/${id}`).describe()).raw.pendingWorkflowTask != null,
      };
    };
    const at = await world.uses.clock.now();
    const news = [{ aggregateId: id, version: 90, type: 'SymptomsReported' as const, at }];
    const announced = async (signals: number) => {
      await world.announcer.announce({ process: 'caseLifecycle', id, caseId: id, begins: false, news });
      await world.until('taken in', async () => {
        const now = await steps();
        return now.signals >= signals && !now.busy;
      });
      return (await steps()).markers;
    };
    await world.until('calm', async () => !(await steps()).busy);
    const { signals, markers } = await steps();
    const once = await announced(signals + 1);
    expect(once).toBeGreaterThan(markers); // it looked at the plan again
    expect(await announced(signals + 2)).toBe(once);
  });

  test('for a process that has ended is kept in the case: it looks again, and changes nothing', async () => {
    const { id, phone } = await beingAsked();
    await world.answer('1', phone);
    await world.ended(id);
    await world.task(id, 'living-support-facts'); // the claim's own process goes on after the case's end
    const before = await world.events(id);
    const sent = sentTo(id);
    const at = await world.uses.clock.now();
    await world.announcer.announce({
      process: 'caseLifecycle',
      id,
      caseId: id,
      begins: false,
      news: [{ aggregateId: id, version: 99, type: 'SymptomsReported', at }],
    });
    await world.ended(id);
    expect(await world.events(id)).toEqual(before);
    expect(sentTo(id)).toEqual(sent);
  });
});

test('no personal data is anywhere in Temporal', async () => {
  const digits = CANARY.phone.slice(4).replaceAll('-', '').slice(0, 4);
  let looked = 0;
  for await (const { workflowId } of world.client.workflow.list()) {
    const handle = world.client.workflow.getHandle(workflowId);
    const seen = [await handle.fetchHistory(), (await handle.describe()).raw]
      .map((one) => decoded(one))
      .join();
    expect(seen).not.toContain(CANARY.name);
    expect(seen).not.toMatch(new RegExp(`0?10-?${digits}-?\\d{4}`));
    expect(seen).not.toContain('1980-02-29');
    looked += 1;
  }
  expect(looked).toBeGreaterThanOrEqual(9);
});
