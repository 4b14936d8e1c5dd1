/** How long a class of record is kept, and on which basis. Never one number for everything. */
export type RetentionRule = Readonly<{
  days: number;
  basis: string;
  /** The source was read at second hand, or it is the project's own choice until one is found. */
  status: 'secondHand' | 'projectDefault';
}>;

/** Two years, one of which may have 366 days. */
const ACCESS = {
  days: 731,
  basis: '개인정보의 안전성 확보조치 기준 제8조 (two years at least)',
  status: 'secondHand',
} as const;

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
  /** Which files were taken out, by whom: as long as access records; counted from their beginning. */
  'export-download': ACCESS,
  /** Who opened whose record; counted from the access. */
  'access-record': ACCESS,
} as const satisfies Readonly<Record<string, RetentionRule>>;
/**
 * Values inside the record of what was done, which stays without them. Counted from the last thing that happened to whom
 * they are about, once nothing of theirs is open. `RETENTION_DAYS` sets other numbers.
 */
export const EXPIRING = {
  /** Where a case was and when. Established visits follow the investigation, which the law gives no days for. */
  'route-visits': { days: 28, basis: '개인정보 보호법 제21조 (purpose fulfilled)', status: 'projectDefault' },
  /** What a person answered, also about their health. */
  'survey-answers': {
    days: 28,
    basis: '개인정보 보호법 제21조 (purpose fulfilled)',
    status: 'projectDefault',
  },
  /** Name, telephone, date of birth, address: of nobody with an open case, contact, order, claim or ward. */
  'personal-values': {
    days: 1_825,
    basis: '개인정보 보호법 제21조 (purpose fulfilled)',
    status: 'projectDefault',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;
export type ExpiringClass = keyof typeof EXPIRING;
export type RetentionDays = Readonly<Partial<Record<ExpiringClass, number>>>;
export const EXPIRING_CLASSES = Object.keys(EXPIRING) as ExpiringClass[];

/** Raw records at a provider: each look-up has its own date, which its protocol has set. */
export const RAW_RECORDS = {
  what: 'look-up-record',
  days: 0,
  basis: '감염병예방법 제76조의2 (the date of each look-up)',
  status: 'secondHand',
} as const satisfies RetentionRule & Readonly<{ what: string }>;
export type RecordClass = keyof typeof RETENTION;
