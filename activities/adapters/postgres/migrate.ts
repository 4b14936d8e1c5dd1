import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { fillSearchTokens } from './fill-search-tokens.ts';
import { sealUnsealed } from './seal-unsealed.ts';

/**
 * Brings the schema up to date, seals what an earlier version stored unsealed, and stores what people are found by who
 * were registered before there was a search. Runs at the same time wait for each other. `environment` holds the keys, PERSONAL_KEYS and PERSONAL_INDEX_KEY.
 */
export async function migrate(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly string[]> {
  const done = await runner({
    databaseUrl,
    dir: fileURLToPath(new URL('./migrations', import.meta.url)),
    migrationsTable: 'schema_migration',
    direction: 'up',
    checkOrder: true,
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
  await sealUnsealed(databaseUrl, environment);
  await fillSearchTokens(databaseUrl, environment);
  return done.map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined)
    throw new Error('DATABASE_URL is missing: set it to the database to migrate');
  const done = await migrate(databaseUrl);
  console.log(done.length === 0 ? 'schema is current' : `migrated: ${done.join(', ')}`);
}
