/** How long a class of record is kept, and on which basis. Never one number for everything. */
export type RetentionRule = Readonly<{
  days: number;
  basis: string;
  /** The source was read at second hand, or it is the project's own choice until one is found. */
  status: 'secondHand' | 'projectDefault';
}>;

/** Every class of record that a sweep destroys, with the day from which its days are counted. */
export const RETENTION = {
  /** Answers that are given again to the same request; counted from the request. */
  'answered-request': {
    days: 7,
    basis: 'IETF draft idempotency-key-header: kept as long as a client may ask again',
    status: 'projectDefault',
  },
  /** Messages of partners that were applied; counted from that. Those that wait for a person stay. */
  'partner-message': { days: 28, basis: '감염병예방법 제76조의2 (purpose fulfilled)', status: 'secondHand' },
  /** Checks of a round and its messages; counted from the day of the round, once nobody of them is under watch. */
  'follow-up': { days: 28, basis: '감염병예방법 제76조의2 (purpose fulfilled)', status: 'secondHand' },
  /** Rows of an import that was never asked for, because somebody stopped between the two; counted from their arrival. */
  'import-row': { days: 7, basis: '감염병예방법 제76조의2 (purpose fulfilled)', status: 'secondHand' },
} as const satisfies Readonly<Record<string, RetentionRule>>;
/** Raw records at a provider: each look-up has its own date, which its protocol has set. */
export const RAW_RECORDS = {
  what: 'look-up-record',
  days: 0,
  basis: '감염병예방법 제76조의2 (the date of each look-up)',
  status: 'secondHand',
} as const satisfies RetentionRule & Readonly<{ what: string }>;
export type RecordClass = keyof typeof RETENTION;
