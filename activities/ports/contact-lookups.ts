import type { Episode } from '../../domain/patient-management/case/episodes.ts';

/** `contactId`: as which it was found. */
export type EpisodeOf = Episode & Readonly<{ contactId?: string }>;

/** Somebody whose own route shows them where a case was, at the same time. Moments RFC 3339. */
export type CoVisitor = Readonly<{
  sourceCaseId: string;
  personId: string;
  caseId: string;
  /** Of that person’s case. */
  district: string;
  placeId: string;
  /** While both were there. */
  from: string;
  to: string;
  minutes: number;
  /** Named as a contact of the case already. */
  contactId: string | null;
}>;
/** Days `YYYY-MM-DD` in Seoul, both included; open where nothing is known. */
export type DaysOpen = Readonly<{ from?: string | undefined; until?: string | undefined }>;

/** Somebody who was in touch with a case (`caseId`), by whose telephone an answer came. */
export type AnsweringContact = Readonly<{ contactId: string; caseId: string; district: string }>;

/** Questions across aggregates about a contact. Answers are ids, oldest first. */
export interface ContactLookups {
  testsOfContact(contactId: string): Promise<readonly string[]>;
  /** As which a person was named a contact of a case, unless that was dropped. */
  contactBetween(caseId: string, personId: string): Promise<string | undefined>;
  /** The latest quarantine that counts this contact among its exposures, running or ended. */
  quarantineOfContact(contactId: string): Promise<string | undefined>;
  /** Every episode of one disease that a person has had, under whatever record: merged ones are one person's. */
  episodesOf(personId: string, disease: string): Promise<readonly EpisodeOf[]>;
  /** Whether a person has died of any episode that we know of, under whatever record. */
  hasDied(personId: string): Promise<boolean>;
  /** Whether a case of a person is in hospital now, under whatever record. */
  isInHospital(personId: string): Promise<boolean>;
  /**
   * Contacts under follow-up of the people with that telephone (E.164). `caseId`: the source case; `personId`: the record
   * that stands for them; `asked`: by a round that is open.
   */
  contactsWatchedByPhone(
    phone: string,
  ): Promise<readonly (AnsweringContact & Readonly<{ personId: string; asked: boolean }>)[]>;
  /** Visits of other people’s routes that overlap with visits of this case’s within those days, the earliest 500. */
  coVisitorsOf(caseId: string, window: DaysOpen): Promise<readonly CoVisitor[]>;
}
