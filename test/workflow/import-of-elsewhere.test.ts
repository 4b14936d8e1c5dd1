import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

const [HERE, AFAR] = ['11110', '26350'];
const HEADINGS =
  'patient_id,name,phone,birth_date,sex,확진자번호,symptom_onset_date,confirmed_date,infected_by';
const imported = async (district: string, lines: readonly string[], more: object = {}) => {
  const { id } = await world.ask.requestImport({
    ...{ commandId: randomUUID(), fingerprint: '', by: 'officer', source: 'shared', disease: 'covid-19' },
    ...{ district, within: [district], episodes: 'past', headings: HEADINGS.split(',') },
    lines: lines.map((line, index) => ({ line: index + 2, cells: line.split(',') })),
    ...more,
  });
  await world.ended(`import/${id}`);
  const { rows } = await world.pool.query<{ outcome: string; details: Readonly<Record<string, string>> }>(
    'select outcome, details from bulk_result where run_id = $1 order by subject_kind desc, subject_id',
    [id],
  );
  return rows;
};
const stored = async () =>
  (
    await world.pool.query<{ cases: unknown; contacts: number }>(
      `select (select jsonb_agg(state order by id) from disease_case where district = $1) as cases,
         (select count(*)::int from contact) as contacts`,
      [AFAR],
    )
  ).rows[0];

test('a list under the name of another office’s changes none of that office’s cases, and tells nothing of them', async () => {
  const theirs = await imported(AFAR, [
    'A,홍길동,010-7315-7001,1980-01-02,male,,,2020-03-02,',
    'B,김하늘,010-7315-7002,1970-05-06,female,,,2020-03-05,',
  ]);
  expect(theirs.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  const before = await stored();
  const ours = await imported(HERE, [
    'A,홍길동,010-7315-9999,1980-01-02,male,,2020-02-28,2020-03-02,',
    'B,김하늘,010-7315-7002,1970-05-06,female,,,2020-03-05,A',
  ]);
  expect(ours).toEqual([
    { outcome: 'already-there', details: {} },
    { outcome: 'already-there', details: {} },
    { outcome: 'refused', details: { code: 'row/district-not-yours' } },
  ]);
  expect(await stored()).toEqual(before);
  const again = await imported(AFAR, ['A,홍길동,010-7315-7001,1980-01-02,male,,2020-02-28,2020-03-02,']);
  expect(again[0]?.outcome).toBe('updated');
}, 120_000);

test('a list gets nobody of another office: who they are is for the headquarters, and no registry number opens a record', async () => {
  const [known] = await imported(AFAR, ['C,이바다,010-7315-7003,1990-09-09,female,,,2020-03-02,']);
  const caseId = known?.details['caseId'] ?? '';
  await world.pool.query(
    `update disease_case set state = state || '{"registryNumber": "KR-2020-000321"}' where id = $1`,
    [caseId],
  );
  const personOf = async (id: string) => (await world.uses.cases.load(id)).aggregate.state.personId;
  const line = (id: string, values: string, number = '') => `${id},${values},${number},,2020-06-02,`;
  const dry = await imported(HERE, [line('X0', ',,,', 'KR-2020-000321')], { dryRun: true });
  expect(dry).toEqual([{ outcome: 'would-create', details: { caseId: expect.any(String) } }]); // of no store
  const found = await imported(HERE, [
    line('X1', ',,,', 'KR-2020-000321'),
    line('X2', '이바다,010-7315-7003,1990-09-09,female'),
  ]);
  expect(found.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  const made = await Promise.all(found.map(({ details }) => personOf(details['caseId'] ?? '')));
  const theirs = await personOf(caseId);
  expect(made).not.toContain(theirs);
  expect(found.map(({ details }) => Object.keys(details))).toEqual([['caseId'], ['caseId']]);
  expect((await world.uses.lookups.placeOf({ kind: 'person', id: theirs }))?.also).toBeUndefined();
  const { rows } = await world.pool.query<{ subject: string; district: string; reason: string }>(
    `select subject_id as subject, state ->> 'district' as district, state ->> 'reason' as reason from task
     where state ->> 'kind' = 'person-alike' order by id`,
  );
  expect(new Map(rows.map(({ subject, district }) => [subject, district]))).toEqual(
    new Map(made.map((id) => [id, '00000'])),
  );
  for (const { reason } of rows) expect(reason).toContain(`person ${theirs} score`);
}, 120_000);
