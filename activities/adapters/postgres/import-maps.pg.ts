import type pg from 'pg';
import { NotFound, RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import type { ImportMaps, MapToRemove } from '../../ports/import-maps.ts';
import { changedSince, changeKeptRow } from './kept-row.ts';

const ADD = `insert into import_map (id, version, name, district, map, saved_by)
    values ($4, 1, $5, $6, $7::jsonb, $8) returning 1`;
const REPLACE = `update import_map set version = version + 1, name = $5, district = $6, map = $7::jsonb,
    saved_by = $8, saved_at = clock_timestamp()
    where id = $4 and version = $9 and district like any ($10) returning 1`;
const REMOVE = `delete from import_map where id = $4 and version = $5 and district like any ($6) returning 1`;

export function pgImportMaps(pool: pg.Pool): ImportMaps {
  const beginningWith = (within: readonly string[]): readonly string[] => within.map((code) => `${code}%`);
  const taken = (): Error => new RuleBroken('import-map/name-taken');
  const because =
    ({ id, within }: Omit<MapToRemove, 'expectedVersion'>) =>
    (): Promise<Error> =>
      changedSince(pool, {
        where: 'import_map where id = $1 and district like any ($2)',
        values: [id, beginningWith(within)],
        absent: new NotFound('import-map/not-found', { id }),
      });
  return {
    add: ({ id, name, district, map, by }, identity) =>
      changeKeptRow(pool, identity, {
        write: ADD,
        values: [id, name, district, JSON.stringify(map), by],
        receipt: { id, version: 1, stage: 'saved' },
        taken: taken(),
      }),
    replace: ({ id, name, district, map, by, within, expectedVersion }, identity) =>
      changeKeptRow(pool, identity, {
        write: REPLACE,
        values: [id, name, district, JSON.stringify(map), by, expectedVersion, beginningWith(within)],
        receipt: { id, version: expectedVersion + 1, stage: 'saved' },
        taken: taken(),
        because: because({ id, within }),
      }),
    remove: ({ id, within, expectedVersion }, identity) =>
      changeKeptRow(pool, identity, {
        write: REMOVE,
        values: [id, expectedVersion, beginningWith(within)],
        receipt: { id, version: expectedVersion, stage: 'removed' },
        because: because({ id, within }),
      }),
  };
}
