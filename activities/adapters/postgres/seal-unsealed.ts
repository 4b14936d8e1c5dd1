import pg from 'pg';
import type { PersonalValues } from '../../../domain/patient-management/person/person.ts';
import { personSeals, type PersonSeals } from './sealed-person.ts';
import { personalKeys } from './personal-keys.ts';

const BATCH = 500;

/**
 * Rows from before personal values were sealed: sealed now, in batches, and the open text is gone from the row.
 * @throws Error when there are such rows and the keys are missing
 */
export async function sealUnsealed(databaseUrl: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let sealed = 0;
    for (let seals: PersonSeals | undefined; ;) {
      const { rows } = await client.query<{ id: string; personal: PersonalValues }>(
        'select id, personal from person where personal is not null limit $1',
        [BATCH],
      );
      if (rows.length === 0) return sealed;
      seals ??= personSeals(personalKeys(environment));
      for (const { id, personal } of rows) {
        const columns = seals.seal(id, personal);
        await client.query(
          'update person set sealed = $2, phone_index = $3, personal = null where id = $1 and personal is not null',
          [id, JSON.stringify(columns.sealed), columns.phoneIndex],
        );
      }
      sealed += rows.length;
    }
  } finally {
    await client.end();
  }
}
