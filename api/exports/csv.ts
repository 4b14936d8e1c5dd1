/** Cells by column; each row has the same ones. */
export type ExportedRow = Readonly<Record<string, unknown>>;
export type Pages = AsyncIterable<readonly ExportedRow[]>;

/** A spreadsheet takes a file without it for text of the local code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would run: also in full width, and behind blanks that some of them leave out. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text that would be taken for a formula is shown as it stands, behind an apostrophe. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

function cell(value: unknown): string {
  const text = harmless(textOf(value));
  return /["',\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`;

/** RFC 4180, in UTF-8: the headings, then every row. */
export async function* csvOf(
  pages: Pages,
  columns: readonly string[],
  headings: readonly string[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(headings);
  for await (const rows of pages) yield rows.map((row) => csvLine(columns.map((name) => row[name]))).join('');
}
