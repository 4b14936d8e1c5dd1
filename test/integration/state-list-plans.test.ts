import { beforeAll, describe, expect, test } from '@jest/globals';
import { linePage, type LineQuery } from '../../api/read-models/line-list.ts';
import { conditionsOf } from '../../api/read-models/state-lists.ts';
import { STATE_LISTS, type StateList, type StateListKind } from '../../api/read-models/state-lines.ts';
import { BIG, fillCountry } from '../../tools/bench/lists/country.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { queryPlan } from '../support/query-plan.ts';
import { testDatabase } from '../support/servers.ts';

const [OFFICE] = BIG;
const SMALL = '11140';
/** One of each for every isolation, of which the newest few are still to be done. */
const EACH = {
  test: ['caseId', 'case_id', 'received', 'resulted'],
  survey: ['caseId', 'case_id', 'offered', 'answered'],
  supplies: ['isolationId', 'id::text', 'opened', 'delivered'],
  living_support: ['isolationId', 'id::text', 'awaiting-approval', 'paid'],
  information_request: ['caseId', 'case_id', 'requested', 'closed'],
} as const;

const database = forThisFile(testDatabase);
beforeAll(async () => {
  await fillCountry(database.pool, { cases: 20_000, contacts: 1, tasks: 1_000, bigTasks: 1 });
  for (const [table, [owner, id, open, done]] of Object.entries(EACH)) {
    await database.pool.query(
      `insert into ${table} (id, version, state)
       select gen_random_uuid(), 1, jsonb_build_object('${owner}', i.${id}, 'district', i.district,
         'stage', case when row_number() over (order by i.id desc) <= 300 then '${open}' else '${done}' end)
       from isolation i`,
    );
    await database.pool.query(`analyze ${table}`);
  }
}, 120_000);

const TO_DO: readonly (readonly [StateListKind, string])[] = [
  ['isolation', 'active'],
  ['test', 'received'],
  ['survey', 'offered'],
  ['supplies', 'opened'],
  ['living-support', 'awaiting-approval'],
  ['information-request', 'requested'],
];

function planOf(
  kind: StateListKind,
  asked: Readonly<Record<string, unknown>>,
  more: Partial<LineQuery>,
): Promise<string> {
  const list: StateList = STATE_LISTS[kind];
  const { text, values } = linePage(list, {
    columns: Object.keys(list.columns),
    conditions: conditionsOf(list.filters, asked),
    order: { descending: true },
    within: [''],
    isNarrow: false,
    isUsual: true,
    limit: 50,
    ...more,
  });
  return queryPlan(database.pool, text, values);
}

describe('no list of states reads a whole table, and a small office’s none but its own', () => {
  test.each(TO_DO)('%s', async (kind, stage) => {
    const readWhole = new RegExp(`Seq Scan on ${kind.replace('-', '_')}\\b`);
    for (const within of [[''], ['11'], [OFFICE], [OFFICE, SMALL], [SMALL]])
      for (const asked of [{}, { stage: [stage] }]) {
        const plan = await planOf(kind, asked, { within });
        expect(plan).not.toMatch(readWhole);
        // By its district, or through the few that are still to be done.
        if (within[0] === SMALL) expect(plan).not.toMatch(/using \w+_pkey/);
      }
  });
});
