import { z } from 'zod';
import type { IdentifyingColumn } from '../../domain/exchange/export/identifying.ts';
import { CASE_COLUMNS } from '../read-models/case-lines.ts';
import { CONTACT_COLUMNS } from '../read-models/contact-lines.ts';
import { caseLinesFields, contactLinesFields } from './line-list-queries.ts';
import { inOrder } from './filters.ts';
import { PERSON_COLUMNS } from './line-lists.ts';
import { several } from './several.ts';

const IDENTIFYING: Readonly<Record<IdentifyingColumn, true>> = {
  name: true,
  dateOfBirth: true,
  phone: true,
  registryNumber: true,
};
export const isIdentifying = (column: string): boolean => Object.hasOwn(IDENTIFYING, column);

export const CASE_EXPORT_COLUMNS = [...CASE_COLUMNS, ...PERSON_COLUMNS];
export const CONTACT_EXPORT_COLUMNS = [...CONTACT_COLUMNS, ...PERSON_COLUMNS];
const plainOf = <Name extends string>(columns: readonly Name[]) =>
  columns.filter((name) => !isIdentifying(name)) as [Name, ...Name[]];

const page = { limit: true, cursor: true, columns: true } as const;
const language = z.enum(['ko', 'en']).optional();
/** The filters and the order of a list, without its pages. */
const ofCases = caseLinesFields.omit(page);
const ofContacts = contactLinesFields.omit(page);
export const caseFilters = inOrder(ofCases);
export const contactFilters = inOrder(ofContacts);
/** The same without the district. */
export const caseFiltersThere = inOrder(ofCases.omit({ district: true }));
export const contactFiltersThere = inOrder(ofContacts.omit({ district: true }));

const table = <Name extends string>(columns: readonly Name[]) => ({
  columns: several(z.enum(plainOf(columns))),
  /** Of the headings, where it is not what `Accept-Language` says. */
  language,
});
/** GET /exports/cases.csv, /exports/cases.xlsx */
export const caseTableQuery = inOrder(ofCases.extend(table(CASE_EXPORT_COLUMNS)));
/** GET /exports/contacts.csv, /exports/contacts.xlsx */
export const contactTableQuery = inOrder(ofContacts.extend(table(CONTACT_EXPORT_COLUMNS)));

/** A Bundle of the type `collection`; what is in it is for FHIR to say. */
export const bundleShown = z
  .looseObject({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    timestamp: z.iso.datetime({ offset: true }),
    entry: z.array(
      z.looseObject({
        fullUrl: z.string(),
        resource: z.looseObject({
          resourceType: z.enum(['Patient', 'Condition', 'Observation', 'RelatedPerson']),
          id: z.uuid(),
        }),
      }),
    ),
  })
  .meta({ id: 'FhirCollection' });

/** A file: its bytes. */
export const fileShown = z.string();
