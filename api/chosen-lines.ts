import type { z } from 'zod';
import { areFewCases, caseConditions } from './read-models/case-line-filters.ts';
import { CASE_ORDERS } from './read-models/case-lines.ts';
import { areFewContacts, contactConditions } from './read-models/contact-line-filters.ts';
import { CONTACT_ORDERS } from './read-models/contact-lines.ts';
import type { WholeList } from './read-models/line-snapshot.ts';
import type { caseFilters, contactFilters } from './schemas/exports.ts';

/** Which rows, in which order: what a list's filters come to. */
export type Chosen = Omit<WholeList, 'columns' | 'within'> &
  Readonly<{
    district: readonly string[] | undefined;
    /** Their names: what they were asked for stays out of every record. */
    filters: readonly string[];
  }>;

export function chosenCases(asked: z.output<typeof caseFilters>): Chosen {
  const { openedTo: openedBefore, confirmedTo: confirmedBefore, sort, district, ...filters } = asked;
  return {
    order: CASE_ORDERS[sort],
    isNarrow: areFewCases(filters),
    conditions: caseConditions({ ...filters, openedBefore, confirmedBefore }),
    district,
    filters: filtersOf(asked),
  };
}

export function chosenContacts(asked: z.output<typeof contactFilters>): Chosen {
  const { sort, district, ...filters } = asked;
  return {
    order: CONTACT_ORDERS[sort],
    isNarrow: areFewContacts(filters),
    conditions: contactConditions(filters),
    district,
    filters: filtersOf(asked),
  };
}

const NO_FILTERS = new Set(['sort', 'columns', 'language']);
const filtersOf = (asked: object): readonly string[] =>
  Object.entries(asked)
    .filter(([name, value]) => !NO_FILTERS.has(name) && value !== undefined)
    .map(([name]) => name)
    .sort();
