/** Refusals of values and of every aggregate. */
export type SharedCode =
  | 'aggregate/stale'
  | 'date/in-the-future'
  | 'district/malformed'
  | 'district/unknown'
  | 'id/malformed'
  | 'instant/malformed'
  | 'local-date/malformed'
  | 'money/not-an-amount'
  | 'period/ends-before-start'
  | 'staff/malformed'
  | 'phone/not-a-persons-number';
