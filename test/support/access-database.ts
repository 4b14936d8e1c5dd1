import pg from 'pg';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { verifyAccess, type Verified } from '../../activities/adapters/postgres/verify-access.ts';
import { testDatabase } from './servers.ts';

/** A database with access records, and what somebody may do who rules over it. */
export async function accessDatabase() {
  const database = await testDatabase();
  const troubles: unknown[] = [];
  const noted: string[] = [];
  const failed = (error: unknown): void => void troubles.push(error);
  const anchored = ({ hash }: Readonly<{ hash: string }>): void => void noted.push(hash);

  return {
    ...database,
    troubles,
    /** Hashes of anchors that were told to whoever keeps them elsewhere. */
    noted,
    /** What one process of the interface records with. */
    aProcess: () => pgAccessRecords(database.pool, { anchored, failed }),
    async verified(hash?: string): Promise<Verified> {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return await verifyAccess(client, hash);
      } finally {
        await client.end();
      }
    },
    /** Behind the triggers' back, as the database's owner can. */
    async tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
      const client = await database.pool.connect();
      const both = (what: string): Promise<unknown> =>
        client.query(
          `alter table access_record ${what} trigger user; alter table access_anchor ${what} trigger user`,
        );
      try {
        await both('disable');
        await client.query(statement, [...values]);
        await both('enable');
      } finally {
        client.release();
      }
    },
  };
}
export type AccessDatabase = Awaited<ReturnType<typeof accessDatabase>>;
