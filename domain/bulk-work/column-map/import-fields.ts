export const DAY_FIELDS = [
  'dateOfBirth',
  'reportDate',
  'dateOfSymptomOnset',
  'confirmationDate',
  'releasedOn',
  'deceasedOn',
  'dateOfOutcome',
] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** Fields whose words are ours, whatever the list calls them. */
export type WordField = 'sex' | 'state' | 'language' | 'nationality';

type TextField =
  | 'listId'
  | 'infectedBy'
  | 'name'
  | 'phone'
  | 'age'
  | 'ageGroup'
  | 'registryNumber'
  | 'province'
  | 'district';

/** What a list may say of a patient, under the standard terms. */
export type ImportField = TextField | DayField | WordField;

/** Open episodes are entered, or such as are over or long ago. */
export type Episodes = 'live' | 'past';

/** What no row can do without. Of a past episode nobody has to be reached any more. */
export const NEEDED_FIELDS: Readonly<Record<Episodes, readonly ImportField[]>> = {
  live: ['listId', 'name', 'phone', 'dateOfBirth', 'confirmationDate'],
  past: ['listId', 'confirmationDate'],
};
