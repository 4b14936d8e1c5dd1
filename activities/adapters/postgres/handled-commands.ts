import type pg from 'pg';
import { CommandHandledBefore, type HandledCommand } from '../../ports/repository.ts';

const UNIQUE_VIOLATION = '23505';

/** A key that there may be once was there already: the command's, or what a row must be the only one of. */
export const isTaken = (error: unknown): boolean =>
  (error as Readonly<{ code?: string }>).code === UNIQUE_VIOLATION;

/** That a command took effect before, where it did. */
export async function handledBefore(
  pool: pg.Pool,
  commandId: string | undefined,
): Promise<CommandHandledBefore | undefined> {
  if (commandId === undefined) return undefined;
  const { rows } = await pool.query<HandledCommand>(
    'select fingerprint, receipt from handled_command where command_id = $1',
    [commandId],
  );
  return rows[0] === undefined ? undefined : new CommandHandledBefore(rows[0]);
}
