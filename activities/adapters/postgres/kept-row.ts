import type pg from 'pg';
import { ChangedSinceRead, type CommandIdentity, type Receipt } from '../../ports/repository.ts';
import { handledBefore, isTaken } from './handled-commands.ts';

type Change = Readonly<{
  /** In SQL, `returning 1`; its own values are `$4` and on. */
  write: string;
  values: readonly unknown[];
  receipt: Receipt;
  /** What the row must be the only one of is another's. */
  taken?: Error;
  /** Why nothing was written, where that can be. */
  because?: () => Promise<Error>;
}>;

/**
 * A setting that is kept as a row and no aggregate: the row and the handled command in one statement.
 * @throws CommandHandledBefore, `taken`, `because`
 */
export async function changeKeptRow(
  pool: pg.Pool,
  { commandId, fingerprint }: CommandIdentity,
  { write, values, receipt, taken, because }: Change,
): Promise<Receipt> {
  const told = [commandId, fingerprint ?? null, JSON.stringify(receipt)];
  try {
    const { rows } = await pool.query<{ done: boolean }>(
      `with done as (${write}), handled as (
         insert into handled_command (command_id, fingerprint, receipt) select $1, $2, $3::json from done)
       select exists (select from done) as done`,
      [...told, ...values],
    );
    if (rows[0]?.done === true) return receipt;
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw (await handledBefore(pool, commandId)) ?? taken ?? error;
  }
  throw (await handledBefore(pool, commandId)) ?? (await because?.()) ?? new TypeError('nothing was written');
}

/** Why a row was not there in the version that was read: by now it has another one, or there is none. */
export async function changedSince(
  pool: pg.Pool,
  { where, values, absent }: Readonly<{ where: string; values: readonly unknown[]; absent: Error }>,
): Promise<Error> {
  const { rows } = await pool.query<{ version: number }>(`select version from ${where}`, [...values]);
  return rows[0] === undefined ? absent : new ChangedSinceRead(rows[0].version);
}
