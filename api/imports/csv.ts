import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { refuse } from '../api-problems.ts';

const MOST_ROWS = 10_000;
/** A file with more of them is none. */
const MOST_MALFORMED = 100;

type Line = Readonly<{ line: number; cells: readonly string[]; fault?: 'row/malformed'; mended?: true }>;
type List = Readonly<{ headings: readonly string[]; lines: readonly Line[] }>;

/**
 * The first line's headings, and every line below it with its number in the file: the first of its lines, where it has
 * several in quotes.
 * @throws Refusal `import/malformed`, `import/too-many-rows`
 */
export function linesOf(csv: string): List {
  const [first, ...rest] = recordsOf(csv.replaceAll(/\r\n?/g, '\n'));
  const headings = (first?.cells ?? []).map((heading) => heading.trim());
  return { headings, lines: rest.map((line) => mended(line, headings.length)) };
}

/** Where a line is broken the file is read on from the next one. */
function recordsOf(csv: string): readonly Line[] {
  const found: Line[] = [];
  const broken = new Set<number>();
  let [begin, before] = [0, 0];
  for (;;) {
    const { good, brokenAt } = readUntilBroken(csv.slice(begin), before);
    found.push(...good);
    if (found.length > MOST_ROWS + 1) throw refuse('import/too-many-rows', undefined, { most: MOST_ROWS });
    if (brokenAt === undefined) return found;
    const end = startOf(csv, begin, brokenAt - before);
    // Cut off in the middle of its last line, or nothing that was ever CSV: its message would quote the file.
    if (end === undefined || found.length === 0 || broken.add(brokenAt).size > MOST_MALFORMED)
      throw refuse('import/malformed', undefined, { line: brokenAt });
    found.push({ line: brokenAt, cells: [], fault: 'row/malformed' });
    [begin, before] = [end, brokenAt];
  }
}

type Read = Readonly<{ record: string[]; info: Readonly<{ lines: number }> }>;

function readUntilBroken(csv: string, before: number): { good: readonly Line[]; brokenAt?: number } {
  const good: Line[] = [];
  let passed = before;
  const on_record = ({ record, info }: Read): null => {
    const last = before + info.lines;
    good.push({ line: last - newlinesIn(record), cells: record });
    passed = last;
    return null;
  };
  const options = { bom: true, relax_column_count: true, info: true, skip_empty_lines: true } as const;
  try {
    parseCsv(csv, { ...options, to: MOST_ROWS + 2, on_record: on_record as never });
    return { good };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { good, brokenAt: passed + 1 + blankLinesAfter(csv, passed - before) };
  }
}

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

function blankLinesAfter(csv: string, lines: number): number {
  const from = startOf(csv, 0, lines) ?? csv.length;
  return /^\n*/.exec(csv.slice(from))?.[0].length ?? 0;
}

/** Where the text goes on after so many lines. */
function startOf(csv: string, from: number, lines: number): number | undefined {
  let at = from;
  for (let line = 0; line < lines; line += 1) {
    const end = csv.indexOf('\n', at);
    if (end === -1) return undefined;
    at = end + 1;
  }
  return at;
}

/** A line that a spreadsheet took for one cell stands in quotes as a whole, and each of its quotes twice. */
function mended(line: Line, columns: number): Line {
  const [only, ...more] = line.cells;
  if (columns < 2 || only === undefined || more.length > 0 || !only.includes(',')) return line;
  const { good, brokenAt } = readUntilBroken(only, 0);
  const [cells, ...others] = good.map((inner) => inner.cells);
  if (cells?.length !== columns || others.length > 0 || brokenAt !== undefined) return line;
  return { ...line, cells, mended: true };
}
