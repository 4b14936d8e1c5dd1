import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { linesOf } from '../../api/imports/csv.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { dirtyPatients, dirtyRoutes } from '../support/dirty-lists.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

const SOUND = 30;
const { csv, faults, links, onsetOf } = dirtyPatients(SOUND);
const asked = (text: string) => ({
  ...{ commandId: randomUUID(), fingerprint: '', by: 'officer' },
  ...{ source: 'ds4c', disease: 'covid-19', district: '11110', within: [''] },
  ...linesOf(text),
});
const imported = async (text: string, kind: 'patients' | 'routes' = 'patients') => {
  const { id } = await (kind === 'routes'
    ? world.ask.requestRoutes(asked(text))
    : world.ask.requestImport({ ...asked(text), episodes: 'past' }));
  await world.ended(`import/${id}`);
  const { rows } = await world.pool.query<Result>(
    `select subject_kind as kind, subject_id as id, outcome, details from bulk_result where run_id = $1
     order by kind, id`,
    [id],
  );
  return { id, rows, countsOf: tally(rows) };
};
type Result = Readonly<{
  kind: string;
  id: string;
  outcome: string;
  details: Readonly<Record<string, string>>;
}>;
const tally = (rows: readonly Result[]) => {
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};
const lineOf = (at: number): string => String(at).padStart(6, '0');
const stored = async () =>
  (
    await world.pool.query<Record<string, number>>(
      `select (select count(*)::int from disease_case) as cases, (select count(*)::int from person) as people,
         (select count(*)::int from contact) as contacts, (select count(*)::int from route) as routes,
         (select count(*)::int from visit) as visits, (select count(*)::int from domain_event
          where aggregate_type <> 'bulk-run') as events,
         (select count(*)::int from import_row where sealed is not null or links is not null) as left`,
    )
  ).rows[0];

const refused = faults.filter(({ outcome }) => outcome === 'refused').length;
const linksOf = (outcome: string): number =>
  faults.flatMap((fault) => fault.links ?? []).filter((one) => one === outcome).length;

test('a dirty list of the past is recorded whole: every row and every link has its result', async () => {
  const { id, rows, countsOf } = await imported(csv);
  const created = SOUND + faults.length - refused;
  expect(countsOf).toEqual({
    ...{ created, refused },
    linked: links + linksOf('linked'),
    'infector-unknown': linksOf('infector-unknown'),
    'infector-is-oneself': linksOf('infector-is-oneself'),
  });
  for (const { at, outcome, code, links: theirs = [] } of faults) {
    const row = rows.find((one) => one.kind === 'row' && one.id === lineOf(at));
    expect([at, row?.outcome, row?.details['code']]).toEqual([at, outcome, code]);
    const found = rows.filter((one) => one.kind === 'link' && one.id.startsWith(lineOf(at)));
    expect([at, ...found.map((one) => one.outcome)]).toEqual([at, ...theirs]);
  }
  const notes = (at: number) =>
    rows.find((one) => one.kind === 'row' && one.id === lineOf(at))?.details['notes'];
  expect([notes(faults[0]?.at ?? 0), notes(faults[11]?.at ?? 0), notes(2)]).toEqual([
    'line-quoted-twice',
    'district-of-the-import',
    undefined,
  ]);
  expect(await stored()).toMatchObject({
    ...{ cases: created, people: created, contacts: links + linksOf('linked'), left: 0 },
  });
  const districts = await world.pool.query(
    `select distinct state ->> 'district' as district from disease_case order by 1`,
  );
  expect(districts.rows.map(({ district }) => district)).toEqual(['11110', '11440', '26350', '41570']);
  const tasks = await world.pool.query('select from task');
  expect(tasks.rowCount).toBe(0);
  await keepBulkHistory(world.client, `import/${id}`, 'import-of-the-past');
}, 120_000);

test('the same list again changes nothing; a later one that says more is told apart', async () => {
  const before = await stored();
  const { countsOf } = await imported(csv);
  expect(countsOf).toEqual({
    ...{ unchanged: SOUND + faults.length - refused, refused },
    'link-known': links + linksOf('linked'),
    'infector-unknown': linksOf('infector-unknown'),
    'infector-is-oneself': linksOf('infector-is-oneself'),
  });
  expect(await stored()).toEqual(before);

  const later = onsetOf(csv, 7).replace('2020-02-23,,released', '2020-02-24,,released');
  expect(later).not.toBe(onsetOf(csv, 7));
  const again = await imported(later);
  expect(again.countsOf).toMatchObject({ updated: 1, 'already-there': 1 });
  expect(again.rows.find(({ outcome }) => outcome === 'updated')?.details['fields']).toBe(
    'dateOfSymptomOnset',
  );
  const other = again.rows.find(({ outcome }) => outcome === 'already-there');
  expect(other?.details['differs']).toBe('releasedOn');
  expect((await imported(onsetOf(csv, 7))).countsOf).not.toHaveProperty('updated');
}, 120_000);

test('visits become the routes of the patients, once', async () => {
  const first = await imported(dirtyRoutes(SOUND), 'routes');
  expect(first.countsOf).toEqual({ 'visits-recorded': 2 * SOUND + 1, refused: 3 });
  const codes = first.rows
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ details }) => details['code']);
  expect(codes).toEqual(['row/patient-unknown', 'row/date-malformed', 'row/columns-differ']);
  const before = await stored();
  expect(before).toMatchObject({ routes: SOUND });
  const again = await imported(dirtyRoutes(SOUND), 'routes');
  expect(again.countsOf).toEqual({ unchanged: 2 * SOUND + 1, refused: 3 });
  expect(await stored()).toEqual(before);
}, 120_000);
