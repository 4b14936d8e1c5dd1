import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { expectedEnd } from '../../../tools/demo/expectation.ts';
import { readLineList, shiftedTo } from '../../../tools/demo/line-list.ts';

const HEADINGS =
  'patient_id,sex,age,province,symptom_onset_date,confirmed_date,released_date,deceased_date,state';
const list = (...lines: string[]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'line-list-')), 'list.csv');
  writeFileSync(file, ['\ufeff' + HEADINGS, ...lines].join('\n'));
  return file;
};
const GOOD = '1,male,30s,Seoul,2020-02-28,2020-03-01,2020-03-20,,released';

test.each([
  ['2,male,30s,Seoul,2020-02-30,2020-03-01,,,released', /symptom_onset_date is no date: 2020-02-30/],
  ['2,male,30s,Seoul,,,,,released', /confirmed_date is empty/],
  ['2,male,30s,Seoul,,2020-03-01,2020-02-01,,released', /released_date is before/],
  ['2,male,30s,Seoul,,2020-03-01,,2020-02-01,deceased', /deceased_date is before/],
  ['2,male,30s,Seoul,,2020-03-01,,,away', /state is unknown: away/],
  ['1,male,30s,Seoul,,2020-03-01,,,released', /patient_id 1 occurs twice/],
  ['2,male,30s', /3 columns instead of 9/],
  [',male,30s,Seoul,,2020-03-01,,,released', /patient_id is empty/],
])('%s is left out with its line and reason, the others run', async (line, reason) => {
  const { rows, rejected } = await readLineList(list(GOOD, line, GOOD.replace('1,', '9,')), 10);
  expect(rows.map(({ patientId }) => patientId)).toEqual(['1', '9']);
  expect(rejected).toEqual([{ line: 3, reason: expect.stringMatching(reason) }]);
});

test('dates move as one block, intervals stay, also over 29 February', async () => {
  const { rows } = await readLineList(list(GOOD), 10);
  expect(shiftedTo(rows, '2026-11-21')).toMatchObject([
    { onset: '2026-11-21', confirmed: '2026-11-23', released: '2026-12-12' },
  ]);
});

test('a list without the columns is refused as a whole', async () => {
  const file = list();
  writeFileSync(file, 'a,b\n1,2\n');
  await expect(readLineList(file, 10)).rejects.toThrow(/columns missing: patient_id/);
});

test.each([
  [GOOD, { stage: 'released', from: '2020-03-20', to: '2020-03-23' }],
  [
    '1,male,30s,Seoul,,2020-03-01,2020-03-05,,released',
    { stage: 'released', from: '2020-03-12', to: '2020-03-15' },
  ],
  [
    '1,male,30s,Seoul,,2020-03-01,,2020-03-09,deceased',
    { stage: 'deceased', from: '2020-03-09', to: '2020-03-09' },
  ],
  ['1,male,30s,Seoul,,2020-03-01,,,isolated', { stage: 'open' }],
])('%s must end so', async (line, expected) => {
  const [row] = (await readLineList(list(line), 1)).rows;
  if (row === undefined) throw new Error('the row was not taken');
  expect(expectedEnd(row)).toMatchObject(expected);
});
