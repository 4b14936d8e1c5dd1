import type { Chosen } from '../chosen-lines.ts';
import type { Answer, Asked } from '../contract/endpoint.ts';
import type { Dependencies } from '../dependencies.ts';
import { identityIn } from '../access/identification.ts';
import type { Words } from '../problem.ts';
import type { Line } from '../read-models/line-list.ts';
import { isOfPerson } from '../schemas/line-lists.ts';
import { forPeople, inSeoul } from '../words.ts';
import { csvOf, type ExportedRow, type Pages } from './csv.ts';
import { fhirOf } from './fhir.ts';
import { headingsOf } from './headings.ts';
import { EXPORT_LISTS, type ListName } from './lists.ts';
import { xlsxOf } from './xlsx.ts';

export const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fhir: 'application/fhir+json',
} as const;
export type Format = keyof typeof TYPES;
const ENDINGS = { csv: 'csv', xlsx: 'xlsx', fhir: 'fhir.json' } as const satisfies Record<Format, string>;

export type Order = Readonly<{
  list: ListName;
  format: Format;
  columns: readonly string[];
  chosen: Chosen;
  /** Beginnings of districts. */
  within: readonly string[];
  language: keyof Words;
  /** Of one that was approved: who somebody is, too; each page of people goes on record before any of it is shown. */
  approved?: Readonly<{ exportId: string; onRecord: (lines: readonly Line[]) => Promise<void> }>;
}>;

/** A list as a file: on record before its first row leaves and after its last; what breaks off is never ended properly. */
export async function fileAnswer(
  uses: Dependencies,
  { staff, request }: Pick<Asked<unknown, unknown, unknown>, 'staff' | 'request'>,
  order: Order,
): Promise<Answer> {
  const { list, format, columns, chosen, language, approved, within } = order;
  const type = format === 'csv' ? `${TYPES.csv}; charset=utf-8; header=present` : TYPES[format];
  if (request.method === 'HEAD') return { type, lines: nothing() };
  const { downloadId, at } = await uses.requests.beginExport({
    ...{ exportId: approved?.exportId, staffId: staff.id, list, format, columns },
    ...{ filters: chosen.filters, identifying: approved !== undefined, places: within },
  });
  const named = `${list}-${inSeoul(at).slice(0, 16).replace(':', '')}.${ENDINGS[format]}`;
  return {
    type,
    headers: {
      'content-disposition': `attachment; filename="${named}"`,
      'content-language': language,
      vary: 'accept-language',
    },
    lines: recorded(uses, downloadId, (pages) => written(order, inSeoul(at), pages), rowsOf(uses, order)),
  };
}

async function* nothing(): AsyncGenerator<string> {}

function written({ list, format, columns, language }: Order, at: string, pages: Pages) {
  if (format === 'fhir') return fhirOf(pages, EXPORT_LISTS[list].resources, at);
  const headings = headingsOf(columns, language);
  return format === 'csv' ? csvOf(pages, columns, headings) : xlsxOf(pages, columns, headings);
}

/** Page by page from the store, with what was asked for of each person. */
async function* rowsOf(
  uses: Dependencies,
  { list, columns, chosen: { order, conditions, isNarrow }, within, approved }: Order,
): Pages {
  const personal = columns.filter(isOfPerson);
  const ofList = columns.filter((name) => !isOfPerson(name));
  const asked = { columns: ofList, order, conditions, isNarrow, within };
  for await (const lines of uses[EXPORT_LISTS[list].snapshot](asked)) {
    await approved?.onRecord(lines);
    if (personal.length === 0) {
      yield forPeople(lines.map(({ shown }) => shown)) as readonly ExportedRow[];
      continue;
    }
    const people = await uses.requests.identifyPeople(lines.map(({ personId }) => personId));
    const rows = lines.map(({ shown, personId }) => ({
      ...shown,
      ...identityIn(personal, people.get(personId), approved !== undefined),
    }));
    yield forPeople(rows) as readonly ExportedRow[];
  }
}

/** Counts the rows, and says at the end what became of the file: before its last byte, so that no whole one is unrecorded. */
async function* recorded(
  { requests }: Dependencies,
  downloadId: string,
  write: (pages: Pages) => AsyncIterable<string | Uint8Array>,
  pages: Pages,
): AsyncGenerator<string | Uint8Array> {
  let rows = 0;
  let outcome: 'complete' | 'broken' = 'broken';
  async function* counted(): Pages {
    for await (const page of pages) {
      yield page;
      rows += page.length;
    }
  }
  try {
    yield* write(counted());
    outcome = 'complete';
  } finally {
    await requests.endExport({ downloadId, rows, outcome });
  }
}
