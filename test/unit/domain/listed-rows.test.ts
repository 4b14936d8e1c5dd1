import { describe, expect, test } from '@jest/globals';
import { importRows } from '../../../domain/bulk-work/import-row.ts';
import { routeRows } from '../../../domain/bulk-work/listed-route.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

const today = LocalDate.of('2026-11-22');
const lineOf = (cells: readonly string[]) => [{ line: 2, cells }];

/** Two lists of one line, of a patient and of a visit: the id, the day, and what else is said. */
const OF_A_PATIENT = ['listId', 'confirmationDate', 'province', 'district', 'age'];
const OF_A_VISIT = ['listId', 'day', 'province', 'district', 'type'];
const patientOf = (cells: readonly string[]) => {
  const map = { columns: Object.fromEntries(OF_A_PATIENT.map((one) => [one, one])) };
  const terms = { episodes: 'past', district: '26440', within: [''], today } as const;
  return importRows({ headings: OF_A_PATIENT, lines: lineOf(cells) }, map, terms);
};
const routeOf = (cells: readonly string[]) =>
  routeRows({ headings: OF_A_VISIT, lines: lineOf(cells) }, today);
const patientsSaying = (province: string, district: string, age: string) =>
  patientOf(['A1', '2020-03-01', province, district, age]).flatMap((row) =>
    'values' in row ? [row.values] : [],
  );

/** Jongno by its code and by its name, Gangwon’s Chuncheon by its former code, and what is none. */
const DISTRICTS = [
  ['', '11110', '11110'],
  ['Seoul', 'Jongno-gu', '11110'],
  ['', '42110', '51110'],
  ['', '99999', undefined],
  ['Seoul', 'etc', undefined],
] as const;

describe('a district', () => {
  test.each(DISTRICTS)('“%s %s” of a patient is %s', (province, district, code) => {
    expect(patientsSaying(province, district, '').map((one) => one.district)).toEqual([code]);
  });
  test.each(DISTRICTS)('“%s %s” of a visit is %s', (province, district, code) => {
    const visits = routeOf(['A1', '2020-03-01', province, district, '']).flatMap((row) =>
      'values' in row ? row.values.visits : [],
    );
    expect(visits.map((one) => one.district)).toEqual([code]);
  });
});

test.each([
  ['129', '120s'],
  ['130', undefined],
  ['131', undefined],
  ['50s', '50s'],
  ['53', '50s'],
])('an age of %s is %s: no row is refused for an age that nobody has', (age, group) => {
  expect(patientsSaying('', '', age).map(({ ageGroup }) => ageGroup)).toEqual([group]);
});

test.each([
  [['A1', '2020-03-01', ''], 'row/columns-differ'],
  [['A1', '2020-03-01', '\uFFFD', '', ''], 'row/text-damaged'],
  [['A1', '2020-03-01', 'x'.repeat(201), '', ''], 'row/text-damaged'],
])('a line that cannot be read is a row of its own, of patients and of visits alike', (cells, fault) => {
  for (const rows of [patientOf(cells), routeOf(cells)]) expect(rows).toEqual([{ line: 2, fault }]);
});
