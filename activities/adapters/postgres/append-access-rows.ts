import type pg from 'pg';
import { linked, rowText, type Head } from './access-chain.ts';
import type { StoredEntry } from './access-entry.ts';
import { askedOfThem, TIME_AND_PEOPLE, type TimeAndPeople } from './whose-access.ts';

const APPEND = {
  name: 'append-access-rows',
  text: `insert into access_record (chain, position, at, request_id, staff_id, roles, offices, source_address, endpoint,
      action, subject_kind, subject_id, person_id, case_id, district, outcome, problem, reason, previous_hash, hash)
    select chain, position, at, "requestId", "staffId", roles, offices, "sourceAddress", endpoint, action, "subjectKind",
      "subjectId", "personId", "caseId", district, outcome, problem, reason, decode("previousHash", 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset($1) as r(chain uuid, position int, at timestamptz, "requestId" uuid, "staffId" text,
      roles text[], offices text[], "sourceAddress" text, endpoint text, action text, "subjectKind" text,
      "subjectId" uuid, "personId" uuid, "caseId" uuid, district text, outcome text, problem text, reason text,
      "previousHash" text, hash text)`,
};

/** The entries as the next rows of a chain; answers where it stands then. */
export async function appendRows(
  client: pg.ClientBase,
  chain: string,
  { position, hash }: Head,
  entries: readonly StoredEntry[],
): Promise<Head> {
  const known = await client.query<TimeAndPeople>({ ...TIME_AND_PEOPLE, values: [...askedOfThem(entries)] });
  const [told] = known.rows;
  if (told === undefined || told.people.length !== entries.length)
    throw new Error('whose records they are was not read');
  const rows = linked(
    entries.map((entry, index) => ({
      ...entry,
      ...{ chain, position: position + 1 + index, at: told.at, personId: told.people[index] ?? null },
    })),
    hash,
    rowText,
  );
  await client.query({ ...APPEND, values: [JSON.stringify(rows)] });
  return { position: position + rows.length, hash: rows.at(-1)?.hash ?? hash };
}
