import { expect, test } from '@jest/globals';
import { replanCases } from '../../activities/bulk-work/replan-cases.ts';
import { requestRollout } from '../../activities/bulk-work/rollout.ts';
import { planReleaseCheck } from '../../activities/patient-management/plan-release-check.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { rule } from '../support/case-rules.ts';
import { DRILL, drillProtocol } from '../support/drill.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

/** Patients at home since three days; the first version frees them on its tenth day. */
const released = (appliesTo: string, endDay: number) => ({
  ...(drillProtocol().rules as object),
  releaseCheck: { ...rule.check, appliesTo },
  caseRelease: {
    appliesTo,
    binding: 'duty',
    tracks: [
      {
        id: 'time',
        kind: 'time',
        course: 'any',
        minimum: [{ anchor: 'confirmed', anchorDayIs: 0, endDay, endTime: '12:00' }],
      },
    ],
  },
});

const world = forThisFile(() => roundWorld({ ...drillProtocol(), rules: released('newEpisodes', 10) }));

/** In this file, in order. */
const published: string[] = [];
const publish = async (
  appliesTo: string,
  endDay: number,
  daysAgo: number,
  corrects?: string,
): Promise<string> => {
  const effectiveFrom = Instant.of(world.later()).dateInSeoul().plusDays(-daysAgo).toString();
  const document = { ...drillProtocol(), effectiveFrom, rules: released(appliesTo, endDay) };
  const { protocol } = await world.ask.publishProtocol({ ...world.request(), document, corrects });
  await world.uses.protocols.latestVersions(DRILL, 'kr'); // everybody reads it by now
  published.push(String(protocol));
  return String(protocol);
};
/** One rollout of a version. Answers what became of each case. */
const rollOut = async (version: string) => {
  const wanted = await requestRollout(world.uses)({ version, at: world.later() });
  const runId = (await world.uses.lookups.bulkRunOf('rollout', version)) ?? '';
  if (wanted) await replanCases(world.uses)({ runId, at: world.later() });
  const { rows } = await world.pool.query<{ id: string; outcome: string; details: object }>(
    'select subject_id as id, outcome, details from bulk_result where run_id = $1',
    [runId],
  );
  return new Map(rows.map(({ id, ...became }) => [id, became]));
};
const tasksOf = async (caseId: string) => {
  const { rows } = await world.pool.query<{ id: string; task: string }>(
    `select id, concat_ws(' | ', state ->> 'kind', state ->> 'reason', stage) as task from task where case_id = $1 order by id`,
    [caseId],
  );
  return rows;
};
const patient = async () => {
  const { id } = await world.patient();
  const { dueAt } = await planReleaseCheck(world.uses)({ caseId: id, at: world.later() });
  return { id, dueAt };
};

test('a version that leaves the choice asks an officer about everybody whom it would move, and moves nobody', async () => {
  const [applied, kept, open] = [await patient(), await patient(), await patient()];
  const version = await publish('openEpisodesOptional', 5, 2);
  const results = await rollOut(version);
  expect(results.get(applied.id)).toEqual({
    outcome: 'left-to-an-officer',
    details: {
      dueAt: Instant.of(applied.dueAt)
        .plusHours(-5 * 24)
        .toString(),
      previousDueAt: applied.dueAt,
      version,
      previousVersion: expect.stringContaining('2020-01-01'),
    },
  });
  const task = (stage: string) => `protocol-choice | ${version} | ${stage}`;
  for (const { id, dueAt } of [applied, kept, open]) {
    expect((await tasksOf(id)).map((one) => one.task)).toEqual([task('open')]);
    expect((await world.uses.cases.load(id)).aggregate.state.check).toMatchObject({ dueAt });
  }

  await world.ask.chooseProtocol({
    ...world.request(),
    caseId: applied.id,
    protocol: version,
    reason: 'household',
  });
  expect((await tasksOf(applied.id)).map((one) => one.task)).toEqual([task('cancelled')]);
  const [asked] = await tasksOf(kept.id);
  await world.ask.decideTask({ ...world.request(), taskId: asked?.id ?? '', decision: 'keep' });
  const again = await rollOut(version);
  expect(again.get(kept.id)?.outcome).toBe('left-to-an-officer');
  expect((await tasksOf(kept.id)).map((one) => one.task)).toEqual([task('decided')]);

  const duty = await publish('openEpisodes', 6, 1);
  expect((await rollOut(duty)).get(open.id)?.outcome).toBe('moved');
  expect((await tasksOf(open.id)).map((one) => one.task)).toEqual([task('cancelled')]);
});

test('nobody is asked whom the newer version would not move', async () => {
  const { id } = await patient();
  const version = await publish('openEpisodesOptional', 6, 0);
  expect((await rollOut(version)).get(id)?.outcome).toBe('same');
  expect(await tasksOf(id)).toEqual([]);
});

test('who is planned later is asked about then; a choice outlives its corrections, and one of an earlier version', async () => {
  const early = await patient();
  const [earlier = '', , first] = published;
  const version = await publish('openEpisodesOptional', 4, 0, first);
  const late = await patient();
  const task = (of: string, stage: string) => `protocol-choice | ${of} | ${stage}`;
  expect((await tasksOf(late.id)).map((one) => one.task)).toEqual([task(version, 'open')]);
  expect((await rollOut(version)).get(early.id)?.outcome).toBe('left-to-an-officer');
  const corrected = await publish('openEpisodesOptional', 3, 0, version);
  expect((await rollOut(corrected)).get(late.id)?.outcome).toBe('left-to-an-officer');
  for (const { id } of [early, late])
    expect((await tasksOf(id)).map((one) => one.task)).toEqual([task(version, 'open')]);

  await world.ask.chooseProtocol({
    ...world.request(),
    caseId: late.id,
    protocol: earlier,
    reason: 'capacity',
  });
  expect((await tasksOf(late.id)).map((one) => one.task)).toEqual([task(version, 'open')]);
});
