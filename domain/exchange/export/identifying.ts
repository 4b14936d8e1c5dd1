/** Columns of a line list that say who somebody is: nobody takes them out of here without another's approval. */
export const IDENTIFYING_COLUMNS = ['name', 'dateOfBirth', 'phone', 'registryNumber'] as const;
export type IdentifyingColumn = (typeof IDENTIFYING_COLUMNS)[number];

const NAMES: ReadonlySet<string> = new Set(IDENTIFYING_COLUMNS);
export const identifies = (column: string): boolean => NAMES.has(column);
