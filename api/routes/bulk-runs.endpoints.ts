import { z } from 'zod';
import { reachOf } from '../access/staff.ts';
import { refusedAs } from '../contract/absent.ts';
import { command, listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { open, pageQuery, receiptOf, shownMoment } from '../contract/shapes.ts';
import { inWords } from '../row-outcomes.ts';
import { nothing, severalOrOne } from '../schemas/basics.ts';
import { ofRun } from '../schemas/params.ts';

const listQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(['monitoring-round', 'retention-sweep', 'import', 'rollout']).optional(),
});
const certificatesQuery = z.strictObject(pageQuery);
const resultsQuery = z.strictObject({
  ...pageQuery,
  cursor: z.string().max(120).optional(),
  outcome: severalOrOne(z.string().regex(/^[a-z][a-z-]{0,40}$/, 'an outcome')),
});
const roundBody = z.strictObject({
  day: z.iso.date(),
  slot: z.string().regex(/^([01]\d|2[0-3]):[03]0$/, 'a half hour of the day, HH:MM'),
});
const sweepBody = z.strictObject({ day: z.iso.date() });

const runListed = open({
  runId: z.uuid(),
  version: z.int().min(1),
  kind: z.string(),
  key: z.string(),
  stage: z.string(),
  requestedAt: shownMoment,
  requestedBy: z.string(),
  finishedAt: shownMoment.nullable(),
}).meta({ id: 'BulkRun' });
const rowShown = open({ subjectKind: z.string(), subjectId: z.string(), outcome: z.string() });
const certificateShown = z.object({
  runId: z.uuid(),
  issuedAt: shownMoment,
  destroyed: z.unknown(),
  hash: z.string(),
  hashed: z.string(),
});

const run = { tag: 'bulk-work', about: 'bulk-run', params: ofRun } as const;
const asked = { status: 202, schema: receiptOf('runId'), etag: true, location: true } as const;
const problems = ['bulk-run'] as const;
/** The headquarters' own code: such a run reaches everybody. */
const NATIONWIDE = '00000';

/** Bulk work: asked for, watched, paused and let go on. */
export const BULK_RUNS: readonly Endpoint[] = [
  listing(
    {
      path: '/bulk-runs',
      tag: 'bulk-work',
      does: { ko: '일괄 작업을 최근 순서로 봅니다.', en: 'Bulk runs, newest first.' },
      action: 'bulk-run:read',
      query: listQuery,
      item: runListed,
    },
    ({ bulkRuns }, { query, staff }) => bulkRuns.list(query, reachOf(staff, 'bulk-run:read')),
    ({ runId }) => runId,
  ),
  reading(
    {
      ...run,
      path: '/bulk-runs/:id',
      does: { ko: '일괄 작업의 진행 상황을 봅니다.', en: 'How far a bulk run has come.' },
      action: 'bulk-run:read',
      shows: runListed,
    },
    async ({ bulkRuns }, { params: { runId } }) => {
      const found = await bulkRuns.find(runId);
      if (found === undefined) throw refusedAs('bulk-run');
      return { version: found.version, body: found };
    },
  ),
  listing(
    {
      ...run,
      path: '/bulk-runs/:id/results',
      does: { ko: '행마다 어떻게 되었는지 봅니다.', en: 'What became of each row.' },
      action: 'bulk-run:read',
      query: resultsQuery,
      item: rowShown,
    },
    async ({ bulkRuns }, { params: { runId }, query }) => (await bulkRuns.results(runId, query)).map(inWords),
    ({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`,
  ),
  command(
    {
      ...run,
      path: '/bulk-runs/:id/pause',
      name: 'runId',
      does: { ko: '일괄 작업을 잠시 멈춥니다.', en: 'Pauses a bulk run.' },
      action: 'bulk-run:order',
      body: nothing,
      example: {},
      problems,
    },
    (requests, ask) => requests.pauseRun(ask),
  ),
  command(
    {
      ...run,
      path: '/bulk-runs/:id/resume',
      name: 'runId',
      does: { ko: '멈춘 일괄 작업을 다시 시작합니다.', en: 'Lets a paused bulk run go on.' },
      action: 'bulk-run:order',
      body: nothing,
      example: {},
      problems,
    },
    (requests, ask) => requests.resumeRun(ask),
  ),
  endpoint(
    {
      method: 'post',
      path: '/monitoring-rounds',
      tag: 'bulk-work',
      does: {
        ko: '그날 그 시각의 증상 확인을 지금 시작합니다.',
        en: 'Begins the round of symptom checks of a day and time by hand.',
      },
      action: 'bulk-run:order',
      districtOf: () => NATIONWIDE,
      needsKey: true,
      body: roundBody,
      example: { day: '2026-11-22', slot: '09:00' },
      answer: asked,
      problems,
    },
    async ({ requests }, { identity, body: { day, slot } }) => {
      const receipt = await requests.requestMonitoringRound({ day, slot, by: identity().by });
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/retention-sweeps',
      tag: 'bulk-work',
      does: {
        ko: '보존 기한이 지난 자료의 파기를 지금 시작합니다.',
        en: 'Begins to destroy what has passed its retention date.',
      },
      action: 'bulk-run:order',
      districtOf: () => NATIONWIDE,
      needsKey: true,
      body: sweepBody,
      example: { day: '2026-11-22' },
      answer: asked,
      problems,
    },
    async ({ requests }, { identity, body: { day } }) => {
      const receipt = await requests.requestRetentionSweep({ day, by: identity().by });
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
  ),
  listing(
    {
      path: '/retention/certificates',
      tag: 'bulk-work',
      does: { ko: '파기 확인서를 봅니다.', en: 'Certificates of what was destroyed.' },
      action: 'retention:read',
      query: certificatesQuery,
      item: certificateShown,
    },
    ({ bulkRuns }, { query }) => bulkRuns.certificates(query),
    ({ runId }) => runId,
  ),
];
