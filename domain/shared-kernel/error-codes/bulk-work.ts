/** Refusals of bulk work. */
export type BulkWorkCode =
  | 'bulk-run/already-finished'
  | 'bulk-run/already-requested'
  | 'bulk-run/day-not-come'
  | 'bulk-run/key-malformed'
  | 'bulk-run/not-found'
  | 'import/columns-missing'
  | 'import/empty'
  | 'import-map/name-taken'
  | 'import-map/not-found';
