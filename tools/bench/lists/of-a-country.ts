import pg from 'pg';
import type { Stack } from '../../launcher/stack.ts';
import { asks, asSent } from './asks.ts';
import { COUNTRY, fillCountry } from './country.ts';
import type { Asked, Tokens } from './measured.ts';
import { withOwnApi } from './own-api.ts';
import { fillPeople } from './people.ts';
import { tokensOf } from './tokens.ts';

export const CLIENTS = 64;

/** A database of its own, with the schema and nothing else. */
export type Own = Readonly<{ environment: NodeJS.ProcessEnv; databaseUrl: string }>;
/** An API over a whole country's rows, and what staff everywhere ask of it. */
export type OfACountry = Readonly<{
  url: string;
  environment: NodeJS.ProcessEnv;
  databaseUrl: string;
  pid: number;
  databasePid: number;
  asked: readonly Asked[];
  tokens: Tokens;
}>;

/** Fills the database and starts the API on it, for as long as the work lasts. */
export async function ofACountry<Result>(
  stack: Stack,
  { environment, databaseUrl }: Own,
  print: (line: string) => void,
  work: (country: OfACountry) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined); // the server may go before its connections
  const begun = performance.now();
  await fillCountry(pool, COUNTRY);
  await fillPeople(pool, environment, COUNTRY.cases);
  const { cases, contacts, tasks, bigTasks } = COUNTRY;
  print(
    `\nA country: ${cases} cases, ${contacts} contacts, ${tasks} tasks (${bigTasks} open in a big district); made in ${((performance.now() - begun) / 1_000).toFixed(0)} s`,
  );
  const url = stack.addresses.api;
  const asked = (await asks(pool)).map((one) => asSent(one, url));
  await pool.end();
  const tokens = await tokensOf(new Set(asked.map(({ at }) => at)), CLIENTS, stack.tokenOf);
  const own = { ...environment, DATABASE_URL: databaseUrl };
  const databasePid = stack.process('postgres').pid();
  return withOwnApi(own, (pid) =>
    work({ url, environment: own, databaseUrl, pid, databasePid, asked, tokens }),
  );
}
