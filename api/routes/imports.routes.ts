import express, { Router, type RequestHandler } from 'express';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { refuse } from '../api-problems.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { identity, type WithRawBody } from '../request-identity.ts';
import { sendReceipt } from './answers.ts';

const MOST_BYTES = '4mb';
const MOST_ROWS = 10_000;

const query = z.strictObject({
  source: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, 'who keeps the list, as a code in lower case'),
  district: z.string().regex(/^\d{5}$/, 'five-digit administrative code'),
  disease: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/, 'a disease code in lower case')
    .default('covid-19'),
});

/** A list of confirmed patients as CSV: answered at once, taken row by row by a bulk run. */
export function importRoutes({ requests, actorOf }: Dependencies): Router {
  const routes = Router();
  const text = express.text({
    type: 'text/csv',
    limit: MOST_BYTES,
    verify: (request, _response, bytes) => {
      (request as unknown as WithRawBody).rawBody = bytes;
    },
  });
  const known: RequestHandler = (request, _response, next) => {
    actorOf(request); // before a long body is read
    next();
  };
  routes.post('/imports', known, text, async (request, response) => {
    const who = identity(request, actorOf(request));
    const about = parse(query, request.query);
    if (typeof request.body !== 'string') throw refuse('import/not-csv');
    const receipt = await requests.requestImport({ ...who, ...about, ...linesOf(request.body) });
    response.status(201).location(`/bulk-runs/${receipt.id}`);
    sendReceipt(response, receipt, 'runId');
  });
  return routes;
}

/** The first line's headings, and every line below it with its number in the file. */
function linesOf(csv: string) {
  const [first, ...rest] = recordsOf(csv);
  if (rest.length > MOST_ROWS) throw refuse('import/too-many-rows', undefined, { most: MOST_ROWS });
  const lines = rest.map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { headings: (first?.record ?? []).map((heading) => heading.trim()), lines };
}

type Read = Readonly<{ record: string[]; info: Readonly<{ lines: number }> }>;

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
