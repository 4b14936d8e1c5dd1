import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { shippedProtocols } from '../../activities/adapters/files/shipped-protocols.ts';
import { wallClock } from '../../activities/adapters/postgres/clock.pg.ts';
import { pgProtocols } from '../../activities/adapters/postgres/protocols.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import { publishShipped } from '../../activities/protocol/publish-shipped.ts';
import { seals } from './personal-keys.ts';

/** As the worker does when it starts. */
export async function publishShippedInto(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { protocolRecords } = pgRepositories(pool, announces, seals);
  const uses = { protocolRecords, protocols: pgProtocols(pool), clock: wallClock, newId: uuidv7 };
  await publishShipped(uses)(await shippedProtocols());
  await pool.end();
}
