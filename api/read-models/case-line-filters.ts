import type { Condition, Filters } from './line-list.ts';
import { ofPeople } from './same-person.ts';
import { before, coded, from, ofOfficer, oneOf, upTo } from './sql-words.ts';

/** Moments are UTC's, as they are stored, to the second; days are days. */
export type CaseLineFilters = Filters<
  'stage' | 'classification' | 'disease' | 'tier' | 'outcome' | 'isolationStage' | 'officer' | 'personId',
  | 'openedFrom'
  | 'openedBefore'
  | 'onsetFrom'
  | 'onsetTo'
  | 'confirmedFrom'
  | 'confirmedBefore'
  | 'nextDueBefore'
  | 'isolationEndsBefore'
>;

/** So few that they are looked for first, wherever they are. */
export const areFewCases = ({ officer, personId }: CaseLineFilters): boolean =>
  officer !== undefined || personId !== undefined;

const THEIR_ISOLATION = `isolation i where i.kind = 'isolation'`;
/** All of one isolation. */
const isolated = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.length === 0
    ? []
    : [
        (parameter) =>
          `exists (select from ${THEIR_ISOLATION} and i.case_id::uuid = c.id and ${conditions.map((one) => one(parameter)).join(' and ')})`,
      ];

export const caseConditions = (given: CaseLineFilters): readonly Condition[] => [
  ...oneOf('c.stage', given.stage),
  ...coded('classification', `c.classification`, given.classification),
  ...coded('disease', `c.disease`, given.disease),
  ...coded('tier', `c.state #>> '{tier,tier}'`, given.tier),
  ...coded('outcome', `c.state #>> '{outcome,outcome}'`, given.outcome),
  ...from('c.opened_at', given.openedFrom),
  ...before('c.opened_at', given.openedBefore),
  ...from('c.onset_on', given.onsetFrom),
  ...upTo('c.onset_on', given.onsetTo),
  ...from('c.confirmed_at', given.confirmedFrom),
  ...before('c.confirmed_at', given.confirmedBefore),
  ...before('c.next_due_at', given.nextDueBefore),
  ...isolated([...oneOf('i.stage', given.isolationStage), ...before('i.ends_at', given.isolationEndsBefore)]),
  ...ofPeople('c.person_id', given.personId),
  ...ofOfficer('c.id', `i.case_id::uuid from ${THEIR_ISOLATION}`, given.officer),
];
