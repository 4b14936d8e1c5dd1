import { expect, test } from '@jest/globals';
import { assignTier } from '../../activities/assign-tier.ts';
import { DRILL_TIER, drillProtocol } from '../support/drill.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

const isTrue = (fact: string) => ({ fact, is: true });
const appliesIf = { all: [isTrue('consentsToHomeTreatment'), isTrue('homeIsSuitable')] };
const drill = drillProtocol();
const document = {
  ...drill,
  facts: { consentsToHomeTreatment: { type: 'truth' }, homeIsSuitable: { type: 'truth' } },
  rules: {
    ...(drill.rules as object),
    monitoring: {
      appliesTo: 'openEpisodes',
      tiers: [{ id: DRILL_TIER, of: 'case', checksPerDay: 2, channel: 'sms', appliesIf }],
    },
  },
};

const world = forThisFile(() => roundWorld(document));

const tasksOf = async (caseId: string) => {
  const { rows } = await world.pool.query<{ task: string }>(
    `select concat_ws(' | ', state ->> 'kind', state ->> 'reason', stage) as task from task where case_id = $1 order by id`,
    [caseId],
  );
  return rows.map(({ task }) => task);
};
const task = (reason: string, stage: 'open' | 'cancelled' | 'decided') =>
  `tier-undecided | ${reason} | ${stage}`;

test('a tier that cannot be decided is asked about once, by what is missing, until it is given', async () => {
  const { id: caseId } = await world.patient();
  const assigned = async () => (await assignTier(world.uses)({ caseId, at: world.later() })).tier;
  const told = (facts: Readonly<Record<string, boolean>>) => {
    world.later();
    return world.ask.recordMedicalHistory({ ...world.request(), caseId, facts });
  };
  const [both, one] = [
    'facts-missing: consentsToHomeTreatment homeIsSuitable',
    'facts-missing: homeIsSuitable',
  ];

  expect(await assigned()).toBeNull();
  expect(await assigned()).toBeNull();
  expect(await tasksOf(caseId)).toEqual([task(both, 'open')]);
  await told({ consentsToHomeTreatment: true });
  expect(await assigned()).toBeNull();
  expect(await tasksOf(caseId)).toEqual([task(both, 'cancelled'), task(one, 'open')]);
  await told({ homeIsSuitable: false });
  expect(await assigned()).toBeNull();
  expect((await tasksOf(caseId)).at(-1)).toBe(task('no-tier-fits', 'open'));
  await told({ homeIsSuitable: true });
  expect(await assigned()).toBe(DRILL_TIER);
  expect(await tasksOf(caseId)).toEqual(
    [both, one, 'no-tier-fits'].map((reason) => task(reason, 'cancelled')),
  );
});

test('a task that was done without telling what is missing is asked again', async () => {
  const { id: caseId } = await world.patient();
  const reason = 'facts-missing: consentsToHomeTreatment homeIsSuitable';
  const asked = async (): Promise<string> => {
    const { taskId } = await assignTier(world.uses)({ caseId, at: world.later() });
    return taskId ?? '';
  };
  const done = async (taskId: string) => {
    world.later();
    await world.ask.decideTask({ ...world.request(), taskId, decision: 'done' });
  };
  const first = await asked();
  expect(await asked()).toBe(first);
  await done(first);
  const second = await asked();
  await done(second);
  const third = await asked();
  expect(await asked()).toBe(third);
  expect(await tasksOf(caseId)).toEqual(
    (['decided', 'decided', 'open'] as const).map((stage) => task(reason, stage)),
  );
  await world.ask.recordMedicalHistory({
    ...world.request(),
    caseId,
    facts: { consentsToHomeTreatment: true, homeIsSuitable: true },
  });
  expect((await assignTier(world.uses)({ caseId, at: world.later() })).tier).toBe(DRILL_TIER);
  expect((await tasksOf(caseId)).at(-1)).toBe(task(reason, 'cancelled'));
});
