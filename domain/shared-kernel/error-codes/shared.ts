/** Refusals of values and of every aggregate. */
export type SharedCode =
  | 'aggregate/stale'
  | 'date/in-the-future'
  | 'district/malformed'
  | 'id/malformed'
  | 'instant/malformed'
  | 'local-date/malformed'
  | 'money/not-an-amount'
  | 'period/ends-before-start'
  | 'phone/not-a-persons-number';
