import { expect, test } from '@jest/globals';
import { addresseesOf } from '../../activities/adapters/postgres/addresses.pg.ts';
import { reactionsTo } from '../../activities/policies.ts';
import { escalationOf } from '../../domain/isolation-management/isolation/escalation.ts';
import { aQuarantine, now } from '../support/aggregate-makers.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld, type RoundWorld } from '../support/round-world.ts';

const world = forThisFile(roundWorld);

type Round = Awaited<ReturnType<RoundWorld['round']>>;
const asked = async (day: string): Promise<Round> => {
  const one = await world.round(day);
  await one.write();
  await one.send();
  return one;
};
const missed = async (day: string): Promise<void> => {
  await (await asked(day)).close();
};
const says = (caseId: string) => {
  world.later();
  return world.ask.reportSymptoms({ ...world.request(), caseId, course: 'symptomFree' });
};
const isolation = async (id: string) => (await world.uses.isolations.load(id)).aggregate;
const confirmations = async (id: string): Promise<number> => {
  const { rows } = await world.pool.query<{ count: number }>(
    `select count(*)::int as count from domain_event where aggregate_id = $1 and type = 'InIsolationConfirmed'`,
    [id],
  );
  return rows[0]?.count ?? 0;
};
/** As after a restore that lost how far the round had come. */
const forget = (runId: string) =>
  world.pool.query(`delete from bulk_progress where run_id = $1 and step = 'found'`, [runId]);

test('an answer ends a row of missed checks: the next miss is a reminder again, and not a visit', async () => {
  const { id, personId } = await world.patient();
  const isolationId = await world.isolation(id, personId);
  const step = async () => escalationOf((await isolation(isolationId)).state);
  await missed('2026-03-01');
  expect(await step()).toMatchObject({ step: 'reminder', row: 1 });
  await missed('2026-03-02');
  expect(await step()).toMatchObject({ step: 'call', row: 1 });

  const third = await asked('2026-03-03');
  await says(id);
  await third.close();
  expect(await step()).toBeUndefined();
  await forget(third.runId);
  await third.close();
  expect(await confirmations(isolationId)).toBe(1);

  await missed('2026-03-04');
  expect(await step()).toMatchObject({ step: 'reminder', row: 4 });
  // The round of the answer is told once more, after a later miss: it undoes nothing.
  await forget(third.runId);
  await third.close();
  expect(await step()).toMatchObject({ step: 'reminder', row: 4 });
  expect(await world.followUps(id)).toEqual(['missed', 'missed', 'answered', 'missed']);
});

test('answers without missed checks before them leave the isolation as it is', async () => {
  const { id, personId } = await world.patient();
  const isolationId = await world.isolation(id, personId);
  const before = (await isolation(isolationId)).version;
  const one = await asked('2026-03-05');
  await says(id);
  await one.close();
  expect(await world.followUps(id)).toEqual(['answered']);
  expect((await isolation(isolationId)).version).toBe(before);
});

test('what a contact says is told to the quarantine, after missed checks only', async () => {
  const contact = await world.contact((await world.patient()).id);
  const quarantine = aQuarantine({ personId: personId(contact.personId), at: now().plusHours(-24) });
  quarantine.execute({ type: 'RecordNotice', by: 'officer', at: now().plusHours(-24) });
  await world.uses.isolations.save(quarantine);
  const isTold = async (): Promise<boolean> => {
    const said = { aggregate_id: contact.id, case_id: null, actor: 'contact', data: {}, at: new Date() };
    const [told] = await addresseesOf(world.pool, reactionsTo, [
      { ...said, type: 'ContactSymptomsReported' },
    ]);
    return told?.some(({ process, id }) => process === 'isolationLifecycle' && id === quarantine.id) === true;
  };
  expect(await isTold()).toBe(false);
  const { aggregate } = await world.uses.isolations.load(quarantine.id);
  aggregate.execute({ type: 'RecordCheck', outcome: 'notReached', by: 'officer', at: now() });
  await world.uses.isolations.save(aggregate);
  expect(await isTold()).toBe(true);
});
