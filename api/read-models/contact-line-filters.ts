import { STAGES_OF_STATUS } from './contact-lines.ts';
import type { Condition, Filters } from './line-list.ts';
import { ofPeople } from './same-person.ts';
import { before, coded, from, ofOfficer, oneOf, upTo } from './sql-words.ts';

/** Moments are UTC's, as they are stored, to the second; days are days. */
export type ContactLineFilters = Filters<
  | 'stage'
  | 'sourceCaseId'
  | 'personId'
  | 'riskLevel'
  | 'followUpStatus'
  | 'foundBy'
  | 'certainty'
  | 'officer',
  'lastExposureFrom' | 'lastExposureTo' | 'followUpUntilBefore'
> &
  Readonly<{ status?: readonly (keyof typeof STAGES_OF_STATUS)[] | undefined }>;

/** So few that they are looked for first, wherever they are. */
export const areFewContacts = ({ officer, sourceCaseId, personId }: ContactLineFilters): boolean =>
  officer !== undefined || sourceCaseId !== undefined || personId !== undefined;

export const contactConditions = (given: ContactLineFilters): readonly Condition[] => [
  ...coded('stage', `c.stage`, given.stage),
  ...coded(
    'stage',
    `c.stage`,
    given.status?.flatMap((status) => STAGES_OF_STATUS[status]),
  ),
  ...oneOf('c.source_case_id', given.sourceCaseId),
  ...ofPeople('c.exposed_person_id', given.personId),
  ...coded('grade', `c.state ->> 'grade'`, given.riskLevel),
  ...coded('followUp', `c.state ->> 'followUp'`, given.followUpStatus),
  ...coded('foundBy', `c.state ->> 'foundBy'`, given.foundBy),
  ...coded('transmission', `c.state ->> 'transmission'`, given.certainty),
  ...from('c.last_contact_on', given.lastExposureFrom),
  ...upTo('c.last_contact_on', given.lastExposureTo),
  ...before('c.follow_up_until', given.followUpUntilBefore),
  ...ofOfficer(
    'c.exposed_person_id',
    `i.person_id from isolation i where i.kind = 'quarantine'`,
    given.officer,
  ),
];
