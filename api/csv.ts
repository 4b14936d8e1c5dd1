import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { refuse } from './api-problems.ts';

const MOST_ROWS = 10_000;

type Read = Readonly<{ record: string[]; info: Readonly<{ lines: number }> }>;
type Lines = Readonly<{
  headings: readonly string[];
  lines: readonly Readonly<{ line: number; cells: readonly string[] }>[];
}>;

/**
 * The first line's headings, and every line below it with its number in the file.
 * @throws Refusal `import/malformed`, `import/too-many-rows`
 */
export function linesOf(csv: string): Lines {
  const [first, ...rest] = recordsOf(csv);
  if (rest.length > MOST_ROWS) throw refuse('import/too-many-rows', undefined, { most: MOST_ROWS });
  const lines = rest.map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { headings: (first?.record ?? []).map((heading) => heading.trim()), lines };
}

function recordsOf(csv: string): readonly Read[] {
  const options = { bom: true, relax_column_count: true, info: true, skip_empty_lines: true } as const;
  try {
    return parseCsv(csv, { ...options, to: MOST_ROWS + 2 }) as unknown as Read[];
  } catch (error) {
    // Its message quotes the file: the line is enough.
    if (error instanceof CsvError)
      throw refuse('import/malformed', undefined, { line: Number(error['lines'] ?? 0) });
    throw error;
  }
}
