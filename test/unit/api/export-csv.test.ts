import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, csvOf, harmless } from '../../../api/exports/csv.ts';
import { headingsOf } from '../../../api/exports/headings.ts';
import { pagesOf, whole } from '../../support/exported.ts';

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...DANGEROUS, ' =', '\n=', '"', ',', "'"), fc.string()).map((two) => two.join('')),
);
const cells = fc.array(text, { minLength: 2, maxLength: 6 });
const read = (csv: string): string[][] =>
  parse(csv, { bom: true, relax_column_count: false, skip_empty_lines: false });

test('no cell begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(cells, (values) => {
      for (const cell of read(csvLine(values))[0] ?? []) {
        expect(DANGEROUS).not.toContain([...cell.trimStart()][0]);
        expect(cell).not.toMatch(/^[\t\r\n]/);
      }
    }),
  );
});

test('read back, every cell is the value that was written, behind its apostrophe where it needed one', () => {
  fc.assert(
    fc.property(fc.array(cells.map((row) => row.slice(0, 2))), (rows) => {
      const well = rows.map((row) => row.map((one) => one.replaceAll('\uFEFF', '')));
      expect(read(well.map(csvLine).join(''))).toEqual(well.map((row) => row.map(harmless)));
    }),
  );
});

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+821012345678', `"'+821012345678"`],
  ['홍길동', '홍길동'],
  ['a,b', '"a,b"'],
  [41, '41'],
  [0, '0'],
  [null, ''],
  [undefined, ''],
])('%j is written %s', (value, written) => {
  expect(csvLine([value])).toBe(`${written}\r\n`);
});

test('the file begins with a byte order mark and the headings, in the language that was asked for', async () => {
  const columns = ['caseId', 'confirmationDate'];
  const pages = () => pagesOf({ caseId: 'a', confirmationDate: '2026-01-02' }, { caseId: 'b' });
  const korean = await whole(csvOf(pages(), columns, headingsOf(columns, 'ko')));
  expect(korean.toString()).toBe('\uFEFF사례 ID,확진일\r\na,2026-01-02\r\nb,\r\n');
  const english = await whole(csvOf(pages(), columns, headingsOf(columns, 'en')));
  expect(english.toString()).toMatch(/^\uFEFFcase ID,confirmation date\r\n/);
});
