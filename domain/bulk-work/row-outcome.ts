/** What may become of one row of bulk work. Their sentences stand in the API. */
export const ROW_OUTCOMES = [
  'created',
  'already-there',
  'refused',
  'failed',
  'look-up-record',
  'moved',
  'same',
  'not-confirmed-yet',
  'planned-by-it-first',
  'result-decides',
  'clinician-decides',
  'being-released',
  'closed-meanwhile',
  'left-to-a-person',
  'ended-with-its-contact',
  'contact-decides',
  'case-decides',
  'set-by-an-order',
  'nothing-planned',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
