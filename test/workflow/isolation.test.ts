import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { isolationStory, type IsolationStory } from '../support/isolation-story.ts';

let world: CaseWorld;
let story: IsolationStory;
beforeAll(async () => {
  world = await caseWorld();
  story = isolationStory(world);
});
afterAll(async () => {
  await world.close();
});

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

  test('with missed checks: reminded, called, visited, until somebody is found', async () => {
    const id = await active();
    await check(id, 'notReached');
    await world.until('reminder', async () => story.sentTo(id).includes('check-reminder:1'));
    await check(id, 'notReached');
    await story.task(id, 'isolation-call');
    await check(id, 'notFound');
    await story.task(id, 'isolation-visit');
    await check(id, 'inIsolation');
    await world.until('tasks closed', async () => (await story.openTasks(id)).length === 0);
    expect(await story.isolation(id)).toMatchObject({ stage: 'active', missedInARow: 0 });
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
