/** A contact under watch: by which rules, from when and until when. */
export type WatchedContact = Readonly<{
  contactId: string;
  caseId: string;
  disease: string;
  /** The day in Seoul. */
  namedOn: string;
  measure: string;
  from: string;
  endsAt: string | null;
  /** What was planned, and by which version. */
  plan: Readonly<{ measure: string; protocol: string }> | null;
  /** Whose it is is in doubt: nobody asks. */
  held: boolean;
}>;
/** A patient at home, in a tier. */
export type WatchedCase = Readonly<{
  caseId: string;
  disease: string;
  tier: string;
  protocol: string;
  since: string;
  held: boolean;
}>;
export type CalendarIsolation = Readonly<{
  isolationId: string;
  kind: 'isolation' | 'quarantine';
  stage: string;
  caseId: string | null;
  startsOn: string;
  endsAt: string | null;
}>;
/** A check of a round. */
export type CalendarCheck = Readonly<{
  day: string;
  slot: string;
  channel: string;
  state: 'asked' | 'answered' | 'missed' | 'not-reached' | 'called-off';
  course: string | null;
  askedAt: string;
}>;
/** Whether somebody was found in isolation, by a call or a visit. */
export type CalendarVisit = Readonly<{ day: string; at: string; isolationId: string; outcome: string }>;

/** Somebody under watch or in isolation in a district, and what happened to them from day to day. */
export type CalendarLine = Readonly<{
  district: string;
  personId: string;
  contacts: readonly WatchedContact[];
  cases: readonly WatchedCase[];
  isolations: readonly CalendarIsolation[];
  checks: readonly CalendarCheck[];
  visits: readonly CalendarVisit[];
}>;
export type CalendarAsk = Readonly<{
  /** Beginnings of districts, none within another. */
  places: readonly string[];
  from: string;
  to: string;
  limit: number;
  after?: Readonly<{ district: string; personId: string }> | undefined;
}>;

export interface WatchCalendar {
  /** By district and person. */
  page(ask: CalendarAsk): Promise<readonly CalendarLine[]>;
}
