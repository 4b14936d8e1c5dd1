import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import { seals } from './personal-keys.ts';
import { testDatabase } from './servers.ts';

/** A database of the test file's own, and what is kept in it. */
export async function repositoryWorld() {
  const database = await testDatabase();
  return { ...database, repositories: pgRepositories(database.pool, announces, seals) };
}
