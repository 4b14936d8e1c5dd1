import type pg from 'pg';
import { NotFound, RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import type { SavedFilters } from '../../ports/saved-filters.ts';
import { changedSince, changeKeptRow } from './kept-row.ts';

const MOST_PER_ACCOUNT = 100;

const ADD = `insert into saved_filter (id, version, owner, name, path, query, team, offices)
    select $4, 1, $5, $6, $7, $8::jsonb, $9, $10
    where (select count(*) from saved_filter where owner = $5) < ${MOST_PER_ACCOUNT} returning 1`;
const REMOVE = 'delete from saved_filter where id = $4 and owner = $5 and version = $6 returning 1';

export const pgSavedFilters = (pool: pg.Pool): SavedFilters => ({
  add: ({ id, owner, name, path, query, team, offices }, identity) =>
    changeKeptRow(pool, identity, {
      write: ADD,
      values: [id, owner, name, path, JSON.stringify(query), team ?? null, offices],
      receipt: { id, version: 1, stage: 'saved' },
      taken: new RuleBroken('saved-filter/name-taken'),
      because: () => Promise.resolve(new RuleBroken('saved-filter/too-many', { most: MOST_PER_ACCOUNT })),
    }),
  remove: ({ id, owner, expectedVersion }, identity) =>
    changeKeptRow(pool, identity, {
      write: REMOVE,
      values: [id, owner, expectedVersion],
      receipt: { id, version: expectedVersion, stage: 'removed' },
      because: () =>
        changedSince(pool, {
          where: 'saved_filter where id = $1 and owner = $2',
          values: [id, owner],
          absent: new NotFound('saved-filter/not-found', { id }),
        }),
    }),
});
