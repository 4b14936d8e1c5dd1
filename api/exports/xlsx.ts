import { textOf, type Pages } from './csv.ts';
import { zipped } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** All that a sheet holds (ECMA-376, 18.3.1.73), without the headings. */
const MOST_ROWS = 1_048_575;

const relation = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

const CONTENT_TYPES = `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/></Types>`;
const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
/** The headings stay in sight. */
const SHEET = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;

/** What XML 1.0 cannot say at all. */
// oxlint-disable-next-line no-control-regex
const UNSAYABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string =>
  text.replaceAll(UNSAYABLE, '\uFFFD').replaceAll(/[&<>]/g, (one) => ENTITIES[one] ?? '');

/** Text is typed as text: no spreadsheet takes it for a formula. */
function cell(value: unknown): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  const text = textOf(value);
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const row = (values: readonly unknown[]): string => `<row>${values.map(cell).join('')}</row>`;

/** @throws RangeError beyond what a sheet holds */
async function* sheet(
  pages: Pages,
  columns: readonly string[],
  headings: readonly string[],
): AsyncGenerator<string> {
  let count = 0;
  yield SHEET + row(headings);
  for await (const rows of pages) {
    count += rows.length;
    if (count > MOST_ROWS) throw new RangeError('more rows than a sheet holds');
    yield rows.map((one) => row(columns.map((name) => one[name]))).join('');
  }
  yield '</sheetData></worksheet>';
}

/** One sheet, packed as it is read. */
export const xlsxOf = (
  pages: Pages,
  columns: readonly string[],
  headings: readonly string[],
): AsyncGenerator<Uint8Array> =>
  zipped([
    { name: '[Content_Types].xml', parts: [CONTENT_TYPES] },
    { name: '_rels/.rels', parts: [relation('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', parts: [WORKBOOK] },
    { name: 'xl/_rels/workbook.xml.rels', parts: [relation('worksheet', 'worksheets/sheet1.xml')] },
    { name: 'xl/worksheets/sheet1.xml', parts: sheet(pages, columns, headings) },
  ]);
