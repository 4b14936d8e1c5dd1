import { describe, expect, test } from '@jest/globals';
import { keyOfRound } from '../../activities/bulk-work/monitoring-round.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';

const world = forThisFile(caseWorld);
const story = isolationStory(world);

const active = async (days = 7): Promise<string> => {
  const id = await story.quarantine(await story.somebody(), { days });
  await story.isolationIs(id, 'active');
  return id;
};
const check = (isolationId: string, outcome: 'inIsolation' | 'notReached' | 'notFound') =>
  world.ask.checkIsolation({ ...world.request(), isolationId, outcome });
const violation = async (isolationId: string): Promise<void> => {
  await world.ask.reportViolation({ ...world.request(), isolationId, source: 'app' });
};

describe('an isolation', () => {
  test('is served when the gateway proves the notice, and ends by its timer, extended meanwhile', async () => {
    const id = await active(2);
    const endsAt = Instant.of(await world.uses.clock.now())
      .plusHours(4 * 24)
      .toString();
    const protocol = 'kr-covid-19/2020-06-25';
    await world.ask.rescheduleIsolation({
      ...world.request(),
      isolationId: id,
      endsAt,
      reason: 'symptoms',
      protocol,
    });
    await world.days(3);
    expect((await story.isolation(id)).stage).toBe('active');
    await world.days(2);
    await story.ended(`isolation/${id}`, 'isolation-served-extended-ended');
    expect(await story.isolation(id)).toMatchObject({ stage: 'ended', endedBecause: 'released', endsAt });
    expect(story.sentTo(id)).toEqual(['quarantine-notice', 'quarantine-release-notice']);
  });

  test('whose notice nobody can prove is served by staff in another way', async () => {
    world.gatewayIs('silent');
    const id = await story.quarantine(await story.somebody());
    await world.until('notice', async () => story.sentTo(id).length === 1);
    await world.days(1);
    world.gatewayIs('reporting');
    await story.task(id, 'notice-unproven');
    expect((await story.isolation(id)).stage).toBe('ordered');
    await world.ask.recordIsolationNotice({ ...world.request(), isolationId: id, channel: 'paper' });
    await story.isolationIs(id, 'active');
    await world.until('tasks closed', async () => (await story.openTasks(id)).length === 0);
  });

  test('whose notice nobody ever proves ends on its day all the same; staff are asked again meanwhile', async () => {
    world.gatewayIs('silent');
    const id = await story.quarantine(await story.somebody(), { days: 3 });
    await world.until('notice', async () => story.sentTo(id).length === 1);
    await world.days(1);
    const first = await story.task(id, 'notice-unproven');
    await story.decide(first, 'done');
    await world.until('asked again', async () => (await story.task(id, 'notice-unproven')) !== first);
    await world.days(1);
    expect((await story.isolation(id)).stage).toBe('ordered');
    await world.days(1);
    world.gatewayIs('reporting');
    await story.ended(`isolation/${id}`, 'isolation-ended-unproven');
    expect(await story.isolation(id)).toMatchObject({ stage: 'ended', endedBecause: 'released' });
    expect(await story.openTasks(id)).toEqual([]);
  });

  test('whose notice is proven only after its end counts from when it was served: living support is claimed', async () => {
    world.gatewayIs('silent');
    const caseId = await world.open('diagnosis');
    await world.until(
      'an order',
      async () => (await world.uses.lookups.isolationOfCase(caseId)) !== undefined,
    );
    const id = (await world.uses.lookups.isolationOfCase(caseId)) ?? '';
    const key = `case:${caseId}:isolation-notice`;
    await world.told(key);
    const servedAt = await world.uses.clock.now();
    await world.days(3);
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'wrong-result' });
    world.gatewayIs('reporting');
    await story.ended(`isolation/${id}`);
    expect(await story.isolation(id)).not.toHaveProperty('notifiedAt');
    const report = { key, providerMessageId: `sms-${key}`, delivered: true, code: '4000' };
    await world.ask.recordDelivery({ ...report, deliveredAt: servedAt });
    const notifiedAt = Instant.of(servedAt).toString();
    expect(await story.isolation(id)).toMatchObject({ stage: 'ended', notifiedAt });
    let claim: string | undefined;
    await world.until('a claim', async () => {
      claim = await world.uses.lookups.livingSupportOfIsolation(id);
      return claim !== undefined;
    });
    const { state } = (await world.uses.livingSupports.load(claim ?? '')).aggregate;
    expect(state.dateOfIsolationNotice).toBe(Instant.of(servedAt).dateInSeoul().toString());
    await story.ended(`isolation/${id}`, 'isolation-notice-proven-after-the-end');
  });

  test('with missed checks: reminded, called, visited, until somebody is found', async () => {
    const id = await active();
    await check(id, 'notReached');
    await world.until('reminder', async () => story.sentTo(id).includes('check-reminder:1'));
    await check(id, 'notReached');
    await story.task(id, 'isolation-call');
    await check(id, 'notFound');
    await story.task(id, 'isolation-visit');
    const review = await story.task(id, 'violation-review'); // the visit found nobody
    await check(id, 'inIsolation');
    await world.until('not visited', async () => (await story.openTasks(id)).length === 1);
    await story.decide(review, 'establish');
    await world.until('established', async () => (await story.isolation(id)).establishedViolations === 1);
    expect(await story.openTasks(id)).toEqual([]);
    expect(await story.isolation(id)).toMatchObject({
      stage: 'active',
      missedInARow: 0,
      violations: [{ source: 'check' }],
    });
  });

  test('whose patient answers after missed checks: called no more, at once', async () => {
    const caseId = await world.open('diagnosis', { person: { personId: await story.somebody() } });
    await world.atStage(caseId, 'home-treatment');
    const id = (await world.uses.lookups.isolationOfCase(caseId)) ?? '';
    await story.isolationIs(id, 'active');
    await check(id, 'notReached');
    await check(id, 'notReached');
    await story.task(id, 'isolation-call');
    await world.report(caseId, 'notImproved');
    await world.until('tasks closed', async () => (await story.openTasks(id)).length === 0);
    expect(await story.isolation(id)).toMatchObject({ stage: 'active', checks: 3, missedInARow: 0 });
  });

  test('whose patient never answers the telephone of the rounds: called, then visited, until somebody is found', async () => {
    const personId = await story.somebody();
    const caseId = await world.open('diagnosis', { person: { personId } });
    await world.atStage(caseId, 'home-treatment');
    const id = (await world.uses.lookups.isolationOfCase(caseId)) ?? '';
    await story.isolationIs(id, 'active');
    const unanswered = async (day: string): Promise<void> => {
      const [at, slot] = [await world.uses.clock.now(), '09:00'];
      // Its time is over: a process's clock may stand still here until time is moved.
      const askedAt = new Date(Date.parse(at) - 60_000).toISOString();
      await world.database.pool.query(
        `insert into follow_up (day, slot, person_id, subject_kind, subject_id, case_id, district, disease, tier, channel, asked_at, answer_within_hours)
         values ($1, $2, $3, 'case', $4, $4, '11110', 'covid-19', 'high-risk', 'telephone', $5, 0.0001)`,
        [day, slot, personId, caseId, askedAt],
      );
      const about = { day, slot };
      await world.ask.requestRun({
        kind: 'monitoring-round',
        key: keyOfRound('kr', about),
        about,
        by: 'officer',
        at,
      });
    };
    await unanswered('2026-03-01');
    await world.until('reminder', async () => story.sentTo(id).includes('check-reminder:1'));
    await unanswered('2026-03-02');
    await story.task(id, 'isolation-call');
    await unanswered('2026-03-03');
    await story.task(id, 'isolation-visit');
    await world.report(caseId, 'notImproved');
    await world.until('tasks closed', async () => (await story.openTasks(id)).length === 0);
    expect(await story.isolation(id)).toMatchObject({ stage: 'active', checks: 4, missedInARow: 0 });
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'wrong-result' });
    await story.ended(`isolation/${id}`, 'isolation-reminded-called-visited');
  });

  test('whose violation a person establishes, in their name; withdrawn later', async () => {
    const id = await active(2);
    await violation(id);
    await story.decide(await story.task(id, 'violation-review'), 'establish');
    await world.until('established', async () => (await story.isolation(id)).establishedViolations === 1);
    const { rows } = await world.database.pool.query<{ by: string }>(
      `select actor as by from domain_event where aggregate_id = $1 and type = 'IsolationViolationEstablished'`,
      [id],
    );
    expect(rows).toEqual([{ by: 'officer' }]);
    const withdrawal = { isolationId: id, sequence: 1, reason: 'objection-upheld' } as const;
    await world.ask.withdrawViolation({ ...world.request(), ...withdrawal });
    await world.days(3);
    await story.ended(`isolation/${id}`, 'isolation-violation-established');
    expect((await story.isolation(id)).establishedViolations).toBe(0);
  });

  test('whose violation is established past its review: that review is closed, and only that', async () => {
    const id = await active(2);
    await violation(id);
    const first = await story.task(id, 'violation-review');
    await world.ask.reportViolation({ ...world.request(), isolationId: id, source: 'call' });
    await world.until('both asked', async () => (await story.openTasks(id)).length === 2);
    await world.ask.establishViolation({ ...world.request(), isolationId: id, sequence: 1 });
    await world.until('one asked', async () => (await story.openTasks(id)).length === 1);
    const second = await story.task(id, 'violation-review');
    expect(second).not.toBe(first);
    const withdrawal = { isolationId: id, sequence: 1, reason: 'objection-upheld' } as const;
    await world.ask.withdrawViolation({ ...world.request(), ...withdrawal });
    await world.days(3);
    await story.isolationIs(id, 'ended');
    expect(await story.task(id, 'violation-review')).toBe(second);
    await world.ask.establishViolation({ ...world.request(), isolationId: id, sequence: 2 });
    await story.ended(`isolation/${id}`, 'isolation-violations-settled-past-their-reviews');
    expect(await story.openTasks(id)).toEqual([]);
  });

  test('whose violation becomes known after its end is verified all the same', async () => {
    const id = await active(1);
    const occurredAt = await world.uses.clock.now();
    await world.days(2);
    await story.ended(`isolation/${id}`);
    await world.ask.reportViolation({ ...world.request(), isolationId: id, source: 'report', occurredAt });
    await story.decide(await story.task(id, 'violation-review'), 'withdraw');
    await world.until(
      'withdrawn',
      async () => (await story.isolation(id)).violations[0]?.stage === 'withdrawn',
    );
    await story.ended(`isolation/${id}`, 'isolation-violation-after-the-end');
    expect(story.sentTo(id)).toEqual(['quarantine-notice', 'quarantine-release-notice']);
  });
});
