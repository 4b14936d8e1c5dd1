/** What a list may say of a patient, under the standard terms. */
export const IMPORT_FIELDS = [
  'listId',
  'infectedBy',
  'name',
  'phone',
  'dateOfBirth',
  'age',
  'ageGroup',
  'sex',
  'registryNumber',
  'province',
  'district',
  'nationality',
  'language',
  'reportDate',
  'dateOfSymptomOnset',
  'confirmationDate',
  'releasedOn',
  'deceasedOn',
  'dateOfOutcome',
  'state',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const DAY_FIELDS = [
  'dateOfBirth',
  'reportDate',
  'dateOfSymptomOnset',
  'confirmationDate',
  'releasedOn',
  'deceasedOn',
  'dateOfOutcome',
] as const satisfies readonly ImportField[];
export type DayField = (typeof DAY_FIELDS)[number];

/** Fields whose words are ours, whatever the list calls them. */
export const WORD_FIELDS = [
  'sex',
  'state',
  'language',
  'nationality',
] as const satisfies readonly ImportField[];
export type WordField = (typeof WORD_FIELDS)[number];

/** Open episodes are entered, or such as are over or long ago. */
export const EPISODES = ['live', 'past'] as const;
export type Episodes = (typeof EPISODES)[number];

/** What no row can do without. Of a past episode nobody has to be reached any more. */
export const NEEDED_FIELDS: Readonly<Record<Episodes, readonly ImportField[]>> = {
  live: ['listId', 'name', 'phone', 'dateOfBirth', 'confirmationDate'],
  past: ['listId', 'confirmationDate'],
};
