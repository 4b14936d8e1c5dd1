import type pg from 'pg';
import { NotFound, RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import {
  ChangedSinceRead,
  CommandHandledBefore,
  type CommandIdentity,
  type HandledCommand,
  type Receipt,
} from '../../ports/repository.ts';
import type { SavedFilters } from '../../ports/saved-filters.ts';

const MOST_PER_ACCOUNT = 100;
const UNIQUE_VIOLATION = '23505';

const HANDLED = (from: string): string => `handled as (
    insert into handled_command (command_id, fingerprint, receipt) select $1, $2, $3::json from ${from})`;
const ADD = `with saved as (
    insert into saved_filter (id, version, owner, name, path, query, team, offices)
    select $4, 1, $5, $6, $7, $8::jsonb, $9, $10
    where (select count(*) from saved_filter where owner = $5) < ${MOST_PER_ACCOUNT} returning 1
  ), ${HANDLED('saved')} select exists (select from saved) as done`;
const REMOVE = `with removed as (delete from saved_filter where id = $4 and owner = $5 and version = $6 returning 1),
  ${HANDLED('removed')} select exists (select from removed) as done`;

/** The row and the handled command in one statement. */
export function pgSavedFilters(pool: pg.Pool): SavedFilters {
  const told = ({ commandId, fingerprint }: CommandIdentity, receipt: Receipt): readonly unknown[] => [
    commandId,
    fingerprint ?? null,
    JSON.stringify(receipt),
  ];
  const done = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    (await pool.query<{ done: boolean }>(text, [...values])).rows[0]?.done === true;
  /** @throws CommandHandledBefore */
  const unlessHandled = async ({ commandId }: CommandIdentity): Promise<void> => {
    const { rows } = await pool.query<HandledCommand>(
      'select fingerprint, receipt from handled_command where command_id = $1',
      [commandId],
    );
    if (rows[0] !== undefined) throw new CommandHandledBefore(rows[0]);
  };
  return {
    async add({ id, owner, name, path, query, team, offices }, identity) {
      const receipt = { id, version: 1, stage: 'saved' };
      const filter = [id, owner, name, path, JSON.stringify(query), team ?? null, offices];
      try {
        if (await done(ADD, [...told(identity, receipt), ...filter])) return receipt;
      } catch (error) {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
        await unlessHandled(identity);
        throw new RuleBroken('saved-filter/name-taken');
      }
      await unlessHandled(identity);
      throw new RuleBroken('saved-filter/too-many', { most: MOST_PER_ACCOUNT });
    },
    async remove({ id, owner, expectedVersion }, identity) {
      const receipt = { id, version: expectedVersion, stage: 'removed' };
      if (await done(REMOVE, [...told(identity, receipt), id, owner, expectedVersion])) return receipt;
      await unlessHandled(identity);
      const { rows } = await pool.query<{ version: number }>(
        'select version from saved_filter where id = $1 and owner = $2',
        [id, owner],
      );
      if (rows[0] === undefined) throw new NotFound('saved-filter/not-found', { id });
      throw new ChangedSinceRead(rows[0].version);
    },
  };
}
