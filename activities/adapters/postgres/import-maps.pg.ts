import type pg from 'pg';
import { NotFound, RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import type { ImportMaps } from '../../ports/import-maps.ts';
import {
  ChangedSinceRead,
  CommandHandledBefore,
  type CommandIdentity,
  type HandledCommand,
  type Receipt,
} from '../../ports/repository.ts';

const UNIQUE_VIOLATION = '23505';

/** The row and the handled command in one statement. */
const TOLD = `, handled as (insert into handled_command (command_id, fingerprint, receipt) select $1, $2, $3::json from done)
  select exists (select from done) as done`;
const ADD = `with done as (insert into import_map (id, version, name, district, map, saved_by)
    values ($4, 1, $5, $6, $7::jsonb, $8) returning 1)${TOLD}`;
const REPLACE = `with done as (update import_map set version = version + 1, name = $5, district = $6, map = $7::jsonb,
    saved_by = $8, saved_at = clock_timestamp()
    where id = $4 and version = $9 and district like any ($10) returning 1)${TOLD}`;
const REMOVE = `with done as (delete from import_map
    where id = $4 and version = $5 and district like any ($6) returning 1)${TOLD}`;

export function pgImportMaps(pool: pg.Pool): ImportMaps {
  const told = ({ commandId, fingerprint }: CommandIdentity, receipt: Receipt): readonly unknown[] => [
    commandId,
    fingerprint ?? null,
    JSON.stringify(receipt),
  ];
  /** @throws CommandHandledBefore */
  const unlessHandled = async ({ commandId }: CommandIdentity): Promise<void> => {
    const { rows } = await pool.query<HandledCommand>(
      'select fingerprint, receipt from handled_command where command_id = $1',
      [commandId],
    );
    if (rows[0] !== undefined) throw new CommandHandledBefore(rows[0]);
  };
  const done = async (
    text: string,
    values: readonly unknown[],
    identity: CommandIdentity,
  ): Promise<boolean> => {
    try {
      return (await pool.query<{ done: boolean }>(text, [...values])).rows[0]?.done === true;
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      await unlessHandled(identity);
      throw new RuleBroken('import-map/name-taken');
    }
  };
  const changedSince = async (id: string, within: readonly string[]): Promise<Error> => {
    const { rows } = await pool.query<{ version: number }>(
      'select version from import_map where id = $1 and district like any ($2)',
      [id, within],
    );
    return rows[0] === undefined
      ? new NotFound('import-map/not-found', { id })
      : new ChangedSinceRead(rows[0].version);
  };
  const beginningWith = (within: readonly string[]): readonly string[] => within.map((code) => `${code}%`);
  return {
    async add({ id, name, district, map, by }, identity) {
      const receipt = { id, version: 1, stage: 'saved' };
      const values = [...told(identity, receipt), id, name, district, JSON.stringify(map), by];
      await done(ADD, values, identity);
      return receipt;
    },
    async replace({ id, name, district, map, by, within, expectedVersion }, identity) {
      const receipt = { id, version: expectedVersion + 1, stage: 'saved' };
      const reach = beginningWith(within);
      const kept = [id, name, district, JSON.stringify(map), by, expectedVersion, reach];
      if (await done(REPLACE, [...told(identity, receipt), ...kept], identity)) return receipt;
      await unlessHandled(identity);
      throw await changedSince(id, reach);
    },
    async remove({ id, within, expectedVersion }, identity) {
      const receipt = { id, version: expectedVersion, stage: 'removed' };
      const reach = beginningWith(within);
      if (await done(REMOVE, [...told(identity, receipt), id, expectedVersion, reach], identity))
        return receipt;
      await unlessHandled(identity);
      throw await changedSince(id, reach);
    },
  };
}
