import { beforeAll, expect, test } from '@jest/globals';
import { statement } from '../../api/read-models/statement.ts';
import type { TaskFilter } from '../../api/read-models/task-filter.ts';
import { taskList } from '../../api/read-models/task-list.ts';
import { taskPlaces } from '../../api/read-models/task-places.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { queryPlan } from '../support/query-plan.ts';
import { testDatabase } from '../support/servers.ts';

const TASKS = 6_000;
const TEAMS = `array['patient-management', 'isolation-management', 'diagnostic-testing', 'epidemiological-investigation']`;
const database = forThisFile(testDatabase);
beforeAll(async () => {
  await database.pool.query(
    `insert into task (id, version, state) select gen_random_uuid(), 1, jsonb_strip_nulls(jsonb_build_object(
       'stage', 'open', 'kind', (array['no-answer', 'kits-low', 'cover-needed'])[1 + n % 3], 'team', (${TEAMS})[1 + n % 4],
       'district', (array['11110', '11140', '26440', '00000'])[1 + n % 7 % 4], 'owner', case n % 5 when 0 then 'kim' when 1 then 'lee' end,
       'priority', 1 + n % 3, 'level', nullif(n % 2, 0), 'openedAt', '2026-02-0' || 1 + n % 9 || 'T01:00:00Z',
       'dueAt', (2026 + n % 11 / 10 * 100) || '-03-0' || 1 + n % 9 || 'T01:00:00Z', 'caseId', 'case-' || n % 900,
       'subject', jsonb_build_object('kind', (array['contact', 'test'])[1 + n % 2], 'id', 'subject-' || n % 700)))
     from generate_series(1, $1::int) n`,
    [TASKS],
  );
  await database.pool.query('vacuum analyze task');
});

const DEEP = {
  priority: 2,
  level: 0,
  dueAt: '2026-03-05T01:00:00Z',
  taskId: '00000000-0000-0000-0000-000000000000',
};
const KIM = { owner: ['kim'] };
/** What a page reads by which index, within which reach. */
const READ: readonly [string, TaskFilter, readonly string[], string][] = [
  ['the country', {}, [''], 'task_of_team'],
  ['a province', {}, ['11'], 'task_of_province'],
  ['a district', {}, ['11110'], 'task_of_district'],
  ['a district of the country', { district: ['26440'] }, [''], 'task_of_district'],
  ['one kind in the country', { kind: ['kits-low'] }, [''], 'task_of_kind'],
  ['one kind in a province', { kind: ['kits-low'] }, ['11'], 'task_of_kind'],
  ['what somebody has', KIM, ['11'], 'task_of_owner'],
  ['what is about a case', { caseId: 'case-7' }, [''], 'task_by_case'],
  ['what is overdue', { overdue: true }, [''], 'task_of_team'],
  ['what was opened lately', { openedAfter: '2026-12-01T00:00:00Z' }, [''], 'task_by_opening'],
  ['what is about something rare', { subjectKind: ['clinic'] }, [''], 'task_by_subject_kind'],
  ['what was sent up', { escalated: true }, ['11'], 'task_of_province'],
];

test.each(READ)('%s is read from its place on, by its index', async (_what, filter, reach, index) => {
  const asked = statement();
  const places = taskPlaces(asked, { ...filter, limit: 50, cursor: DEEP }, reach);
  const plan = await queryPlan(database.pool, places ?? '', asked.values);
  expect(plan).toMatch(new RegExp(`Scan (using|on) ${index}`));
  if (!index.startsWith('task_by_')) expect(plan).toMatch(/Index Cond: .*ROW\((priority|due)/);
  expect(plan).not.toMatch(/Seq Scan on task/);
});

type Row = Readonly<{
  [field: string]: unknown;
  priority: number;
  level: number;
  dueAt: string;
  taskId: string;
}>;
const FILTERS: readonly [string, TaskFilter, readonly string[], string][] = [
  ['nothing', {}, [''], 'true'],
  ['a province and a district elsewhere', {}, ['11', '11110', '26440'], `state ->> 'district' <> '00000'`],
  [
    'two districts, one out of reach',
    { district: ['11140', '26440'] },
    ['11'],
    `state ->> 'district' = '11140'`,
  ],
  [
    'two teams',
    { team: ['diagnostic-testing', 'patient-management'] },
    [''],
    `state ->> 'team' in ('diagnostic-testing', 'patient-management')`,
  ],
  [
    'two kinds in a province',
    { kind: ['kits-low', 'no-answer'] },
    ['26'],
    `state ->> 'kind' <> 'cover-needed' and state ->> 'district' = '26440'`,
  ],
  [
    'a kind in the country',
    { kind: ['kits-low'], team: ['diagnostic-testing'] },
    [''],
    `state ->> 'kind' = 'kits-low' and state ->> 'team' = 'diagnostic-testing'`,
  ],
  [
    'two owners',
    { owner: ['kim', 'lee'] },
    ['11'],
    `state ->> 'owner' in ('kim', 'lee') and state ->> 'district' like '11%'`,
  ],
  [
    'nobody or kim',
    { owner: ['none', 'kim'] },
    ['11110'],
    `coalesce(state ->> 'owner', 'kim') = 'kim' and state ->> 'district' = '11110'`,
  ],
  ['nobody', { owner: ['none'] }, [''], `not state ? 'owner'`],
  [
    'overdue',
    { overdue: true, priority: [1, 3] },
    [''],
    `state ->> 'dueAt' < '2100' and state ->> 'priority' in ('1', '3')`,
  ],
  [
    'not overdue',
    { overdue: false },
    ['11'],
    `state ->> 'dueAt' > '2100' and state ->> 'district' like '11%'`,
  ],
  [
    'due before',
    { dueBefore: '2026-03-03T01:00:00Z' },
    ['26'],
    `state ->> 'dueAt' < '2026-03-03T01:00:00Z' and state ->> 'district' = '26440'`,
  ],
  [
    'opened after',
    { openedAfter: '2026-02-05T01:00:00Z', subjectKind: ['test'] },
    [''],
    `state ->> 'openedAt' > '2026-02-05T01:00:00Z' and state #>> '{subject,kind}' = 'test'`,
  ],
  [
    'sent up, of one case',
    { escalated: true, caseId: 'case-7' },
    [''],
    `state ? 'level' and state ->> 'caseId' = 'case-7'`,
  ],
  ['never sent up', { escalated: false }, [''], `not state ? 'level'`],
  [
    'of one subject and case',
    { subject: 'subject-7', caseId: 'case-7', owner: ['none'] },
    [''],
    `state #>> '{subject,id}' = 'subject-7' and state ->> 'caseId' = 'case-7' and not state ? 'owner'`,
  ],
  ['nothing in reach', { district: ['26440'] }, ['11'], 'false'],
];

test.each(FILTERS)(
  '%s: page after page the same as all of them in order',
  async (_what, filter, reach, where) => {
    const list = taskList(database.pool);
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from task where ${where}
     order by (state ->> 'priority')::int, -coalesce((state ->> 'level')::int, 0), state ->> 'dueAt' collate "C", id`,
    );
    const seen: string[] = [];
    for (let cursor: typeof DEEP | undefined; ;) {
      const page = (await list({ ...filter, limit: 150, cursor }, reach)) as readonly Row[];
      seen.push(...page.map(({ taskId }) => taskId));
      const last = page.at(-1);
      if (last === undefined || page.length < 150) break;
      cursor = last;
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
  },
);
