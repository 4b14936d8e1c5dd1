import pg from 'pg';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { anAccess } from './access-entries.ts';

/** A process that records without an end, and says the request id of each row that was stored for good. */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
const records = pgAccessRecords(pool, { anchored: () => undefined, failed: () => undefined });
const writer = async (): Promise<never> => {
  for (;;) {
    const entry = anAccess();
    await records.record([entry]);
    process.stdout.write(`${entry.requestId}\n`);
  }
};
await Promise.all([writer(), writer(), writer(), writer()]);
