import { CASE_EXPORT_COLUMNS, CONTACT_EXPORT_COLUMNS, isIdentifying } from '../schemas/exports.ts';
import { caseResources, contactResources } from './fhir-resources.ts';

export type ListName = 'cases' | 'contacts';

const usually = (columns: readonly string[]): readonly string[] =>
  columns.filter((name) => !isIdentifying(name) && name !== 'version');

export const EXPORT_LISTS = {
  cases: {
    snapshot: 'caseSnapshot',
    kind: 'case',
    usually: usually(CASE_EXPORT_COLUMNS),
    resources: caseResources,
  },
  contacts: {
    snapshot: 'contactSnapshot',
    kind: 'contact',
    usually: usually(CONTACT_EXPORT_COLUMNS),
    resources: contactResources,
  },
} as const;
