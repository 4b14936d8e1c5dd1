import type { z } from 'zod';
import { areFewCases, caseConditions } from '../read-models/case-line-filters.ts';
import { CASE_COLUMNS, CASE_ORDERS } from '../read-models/case-lines.ts';
import {
  CONTACT_COLUMNS,
  CONTACT_ORDERS,
  areFewContacts,
  contactConditions,
} from '../read-models/contact-lines.ts';
import type { WholeList } from '../read-models/line-snapshot.ts';
import { CASE_EXPORT_COLUMNS, CONTACT_EXPORT_COLUMNS, isIdentifying } from '../schemas/exports.ts';
import type { caseFilters, contactFilters } from '../schemas/exports.ts';
import { PERSON_COLUMNS } from '../schemas/line-lists.ts';
import { caseResources, contactResources } from './fhir-resources.ts';

export type ListName = 'cases' | 'contacts';
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
    filters: namesOf(asked),
  };
}

export function chosenContacts(asked: z.output<typeof contactFilters>): Chosen {
  const { sort, district, ...filters } = asked;
  return {
    order: CONTACT_ORDERS[sort],
    isNarrow: areFewContacts(filters),
    conditions: contactConditions(filters),
    district,
    filters: namesOf(asked),
  };
}

const NO_FILTERS = new Set(['sort', 'columns', 'language']);
const namesOf = (asked: object): readonly string[] =>
  Object.entries(asked)
    .filter(([name, value]) => !NO_FILTERS.has(name) && value !== undefined)
    .map(([name]) => name)
    .sort();

const usually = (columns: readonly string[]): readonly string[] =>
  columns.filter((name) => !isIdentifying(name) && name !== 'version');

export const EXPORT_LISTS = {
  cases: {
    snapshot: 'caseSnapshot',
    kind: 'case',
    columns: CASE_COLUMNS,
    usually: usually(CASE_EXPORT_COLUMNS),
    resources: caseResources,
  },
  contacts: {
    snapshot: 'contactSnapshot',
    kind: 'contact',
    columns: CONTACT_COLUMNS,
    usually: usually(CONTACT_EXPORT_COLUMNS),
    resources: contactResources,
  },
} as const;

export const isOfPerson = (column: string): boolean => (PERSON_COLUMNS as readonly string[]).includes(column);
