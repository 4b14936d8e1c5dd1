import pg from 'pg';
import type { Sealed } from '../../ports/personal-values.ts';
import { personalKeys } from './personal-keys.ts';
import { personSeals, type PersonSeals } from './sealed-person.ts';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Everybody who stands for themselves is found by a birth date at least. */
const UNFOUND = `select p.id, p.sealed from person p
  where p.id > $1 and p.sealed is not null and p.state ->> 'stage' = 'registered'
    and not exists (select from person_search_token t where t.person_id = p.id)
  order by p.id limit $2`;
/** Whoever was changed meanwhile by a program that knows of these terms has them already. */
const FILL = `insert into person_search_token (token, district, person_id)
  select token, p.state ->> 'district', p.id
  from jsonb_to_recordset($1::jsonb) as found(id uuid, sealed jsonb, tokens text[])
    join person p on p.id = found.id and p.sealed = found.sealed, lateral (
      select decode(hex, 'hex') as token from unnest(found.tokens) hex) terms
  on conflict do nothing`;

/**
 * People from before names could be searched: what they are found by is stored now, in batches.
 * @throws Error when there are such people and the keys are missing
 */
export async function fillSearchTokens(databaseUrl: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let filled = 0;
    let after = FIRST;
    for (let seals: PersonSeals | undefined; ;) {
      const { rows } = await client.query<{ id: string; sealed: Sealed }>(UNFOUND, [after, BATCH]);
      const last = rows.at(-1);
      if (last === undefined) return filled;
      const known = (seals ??= personSeals(personalKeys(environment)));
      const found = rows.map(({ id, sealed }) => ({ id, sealed, tokens: tokensOf(known, id, sealed) }));
      await client.query(FILL, [JSON.stringify(found)]);
      filled += rows.length;
      after = last.id;
    }
  } finally {
    await client.end();
  }
}

function tokensOf(seals: PersonSeals, id: string, sealed: Sealed): readonly string[] {
  const values = seals.open(id, sealed);
  return values === undefined ? [] : seals.searchTokens(values).map((token) => token.toString('hex'));
}
