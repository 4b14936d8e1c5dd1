/** Refusals of bulk work. */
export type BulkWorkCode =
  | 'bulk-run/already-finished'
  | 'bulk-run/already-requested'
  | 'bulk-run/day-not-come'
  | 'bulk-run/is-an-undo'
  | 'bulk-run/key-malformed'
  | 'bulk-run/no-command'
  | 'bulk-run/no-way-back'
  | 'bulk-run/not-found'
  | 'bulk-run/not-yours'
  | 'bulk-run/nothing-to-go-back-to'
  | 'bulk-run/was-a-trial'
  | 'import/columns-missing'
  | 'import/empty'
  | 'import/row-not-in-doubt'
  | 'import-map/name-taken'
  | 'import-map/not-found';
