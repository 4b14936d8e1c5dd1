import type { PersonalValues } from '../../domain/patient-management/person/person.ts';
import type { SearchTerm } from '../../domain/patient-management/person/search-terms.ts';

/** The record that stands for somebody today, and what it holds. */
export type Identity = Readonly<{
  personId: string;
  version: number;
  stage: string;
  district: string;
  language: string;
  /** Absent when it was erased. */
  values?: PersonalValues;
}>;

export type PeopleSought = Readonly<{
  /** All of them. */
  terms: readonly SearchTerm[];
  /** The registry's number of a case of theirs. */
  registryNumber?: string | undefined;
  /** Beginnings of districts; an empty one is the country. */
  within: readonly string[];
  limit: number;
  /** The last person of the page before. */
  after?: string | undefined;
}>;

/** Whoever has one of these: that telephone, that birth date with one of these names, or a case of that number. */
export type PeopleAlike = Readonly<{
  phone?: SearchTerm | undefined;
  born?: SearchTerm | undefined;
  names: readonly SearchTerm[];
  registryNumber?: string | undefined;
}>;

export type Newcomer = Readonly<{ whole: SearchTerm; proposed: string; besides: readonly string[] }>;

/** Who many people are, at once: in lists and searches. One alone is a repository's. */
export interface Identities {
  /** By the id that was asked for; whoever is not there is missing. */
  of(personIds: readonly string[]): Promise<ReadonlyMap<string, Identity>>;
  /** Records that stand for themselves, the newest first. */
  matching(sought: PeopleSought): Promise<readonly string[]>;
  /** In the whole country; `byNumber`: they have that case. At most as many as a person can look through. */
  alike(sought: PeopleAlike): Promise<readonly Readonly<{ personId: string; byNumber: boolean }>[]>;
  /**
   * The id under which somebody new is to be registered: `proposed`, or what was answered to another who tells of the same
   * person at this moment (`whole`), unless it is one of `besides`.
   */
  newcomer(of: Newcomer): Promise<string>;
}
