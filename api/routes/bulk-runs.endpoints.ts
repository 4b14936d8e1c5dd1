import { z } from 'zod';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { insteadOfUndo, noWayBack } from '../bulk-commands/no-way-back.ts';
import { ordererOf } from '../bulk-commands/orderer.ts';
import { mayIn, reachOf } from '../access/staff.ts';
import { refusedAs } from '../contract/absent.ts';
import { command, listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Asked, type Endpoint } from '../contract/endpoint.ts';
import { open, pageQuery, receiptOf, shownMoment } from '../contract/shapes.ts';
import { inWords } from '../row-outcomes.ts';
import { code, nothing } from '../schemas/basics.ts';
import { several } from '../schemas/several.ts';
import { ofRun } from '../schemas/params.ts';
import { said } from '../schemas/said.ts';

const listQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(['monitoring-round', 'retention-sweep', 'import', 'rollout', 'command']).optional(),
});
const certificatesQuery = z.strictObject(pageQuery);
const resultsQuery = z.strictObject({
  ...pageQuery,
  outcome: several(code),
  cursor: z.string().max(120).optional(),
});
const roundBody = z.strictObject({
  day: z.iso.date(),
  slot: z
    .string()
    .regex(/^([01]\d|2[0-3]):[03]0$/, said('30분 단위 시각 HH:MM', 'a half hour of the day, HH:MM')),
});
const sweepBody = z.strictObject({ day: z.iso.date() });

const runListed = open({
  runId: z.uuid(),
  version: z.int().min(1),
  kind: z.string(),
  key: z.string(),
  stage: z.string(),
  /** What it is about: ids, codes and days. */
  about: z.record(z.string(), z.string()),
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
/** Such a run reaches everybody. */
const nationwide = () => HEADQUARTERS;

/** What somebody may hold or undo who may not order bulk work there. */
const onlyOwn = ({ staff, place }: Pick<Asked<unknown, unknown, unknown>, 'staff' | 'place'>): boolean =>
  place === undefined || !mayIn(staff, 'bulk-run:order', place.district);

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
      more: {
        ko: '`outcome`으로 골라 봅니다. 예: `outcome=refused&outcome=failed`. CSV 파일은 `/bulk-runs/{id}/results.csv`입니다.',
        en: '`outcome` picks some of them: `outcome=refused&outcome=failed`. As a CSV file they are at `/bulk-runs/{id}/results.csv`.',
      },
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
      action: 'bulk-run:hold',
      body: nothing,
      example: {},
      problems,
    },
    (requests, ask, who) => requests.pauseRun({ ...ask, onlyOwn: onlyOwn(who) }),
  ),
  command(
    {
      ...run,
      path: '/bulk-runs/:id/resume',
      name: 'runId',
      does: { ko: '멈춘 일괄 작업을 다시 시작합니다.', en: 'Lets a paused bulk run go on.' },
      action: 'bulk-run:hold',
      body: nothing,
      example: {},
      problems,
    },
    (requests, ask, who) => requests.resumeRun({ ...ask, onlyOwn: onlyOwn(who) }),
  ),
  endpoint(
    {
      ...run,
      method: 'post',
      path: '/bulk-runs/:id/undo',
      does: {
        ko: '일괄 명령을 되돌립니다. 그 뒤에 바뀌지 않은 것만 되돌아갑니다.',
        en: 'Undoes a bulk command, of each that nothing has happened to since.',
      },
      more: {
        ko: '되돌리는 작업이 새로 시작됩니다. 두 번 요청해도 한 번만 합니다. 아직 진행 중이면 남은 것은 처리하지 않고, 처리한 것을 되돌립니다. 되돌릴 수 없는 명령이면 대신 할 일을 알려 줍니다.',
        en: 'A run of its own does it, once however often it is asked for. Of a run that is not through yet the rest is left undone first. Where a command has no way back, the answer says what to do instead.',
      },
      action: 'bulk-run:hold',
      body: nothing,
      example: {},
      needsKey: true,
      answer: asked,
      problems,
    },
    async (uses, { params: { runId }, identity, staff, place, request }) => {
      const found = await uses.bulkRuns.find(runId);
      const instead = insteadOfUndo(found?.about['command']);
      if (instead !== undefined) throw noWayBack(instead);
      const receipt = await uses.requests.undoRun({
        ...{
          ...identity(),
          runId,
          onlyOwn: onlyOwn({ staff, place }),
          orderer: ordererOf({ staff, request }),
        },
      });
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
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
      districtOf: nationwide,
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
      districtOf: nationwide,
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
