/** Refusals of disease protocols. */
export type ProtocolCode =
  | 'protocol/already-published'
  | 'protocol/effective-date-taken'
  | 'protocol/history-malformed'
  | 'protocol/invalid'
  | 'protocol/leaves-no-choice'
  | 'protocol/not-found'
  | 'protocol/overlapping-date'
  | 'protocol/release-alone'
  | 'protocol/rule-absent';
