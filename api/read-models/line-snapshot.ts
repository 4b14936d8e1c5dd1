import type pg from 'pg';
import { lineList, type Line, type LineQuery, type Lines, type Place } from './line-list.ts';

/** A whole list, as it stood at one moment. */
export type WholeList = Omit<LineQuery, 'limit' | 'after' | 'isUsual'>;

const PAGE = 1_000;
/** A reader who is slower than this keeps the store from clearing up behind others. */
const LONGEST_MILLISECONDS = 15 * 60_000;
/** Should this process stand still, the server ends the transaction by itself. */
const BEGIN = `begin transaction isolation level repeatable read, read only;
  set local idle_in_transaction_session_timeout = '2min'; set local statement_timeout = '60s'`;

/** @throws TooSlow when it has been read for so long: what was read until then is no whole list */
export class TooSlow extends Error {
  constructor() {
    super('a list was read for too long');
    this.name = 'TooSlow';
  }
}

/**
 * Page by page over one connection, all of them as of one moment. It is given back when the reader has had the last page or
 * wants no more; whoever breaks off in between ends the reading with the page under way.
 */
export function lineSnapshot(pool: pg.Pool, lines: Lines, pageLength = PAGE) {
  return async function* (query: WholeList): AsyncGenerator<readonly Line[]> {
    const client = await pool.connect();
    let lost: Error | undefined;
    const onError = (error: Error): void => {
      lost = error;
    };
    client.on('error', onError);
    const endsAt = performance.now() + LONGEST_MILLISECONDS;
    let isWhole = false;
    try {
      await client.query(BEGIN);
      const page = lineList(client, lines);
      for (let after: Place | undefined; ;) {
        if (performance.now() > endsAt) throw new TooSlow();
        const read = await page({ ...query, isUsual: false, limit: pageLength, after });
        if (read.length > 0) yield read;
        after = read.at(-1)?.place;
        if (read.length < pageLength) break;
      }
      await client.query('commit');
      isWhole = true;
    } finally {
      // Broken off, its transaction is still open: the connection is closed, which ends it. Its listener stays then.
      if (isWhole) client.off('error', onError);
      client.release(isWhole ? lost : true);
    }
  };
}
