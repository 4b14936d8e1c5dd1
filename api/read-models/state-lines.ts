import type { Lines } from './line-list.ts';

/** What narrows a list, by the names of its filters: the field of which it has to be one, or before which it has to lie. */
export type StateFilters = Readonly<{
  among: Readonly<Record<string, string>>;
  before?: Readonly<Record<string, string>>;
  /** A person, under whichever of their records. */
  people?: Readonly<Record<string, string>>;
}>;
export type StateList = Lines & Readonly<{ filters: StateFilters }>;

/** As the state tells it: text, a number, or nothing. */
const told = (...names: readonly string[]): StateList['columns'] =>
  Object.fromEntries(names.map((name) => [name, { sql: `c.state -> '${name}'` }]));
const ofAll = (id: string): StateList['columns'] => ({
  [id]: { sql: 'c.id' },
  version: { sql: 'c.version' },
  stage: { sql: 'c.stage' },
  district: { sql: 'c.district' },
});
/** Moments are compared as they lie there, whatever the language of the store. */
const moment = (name: string): string => `(c.state ->> '${name}') collate "C"`;

/** Aggregates that are listed by where they stand. */
export const STATE_LISTS = {
  isolation: {
    table: 'isolation',
    columns: {
      ...ofAll('isolationId'),
      ...told('kind', 'caseId', 'contactId', 'personId', 'placeType', 'officer', 'orderedAt', 'startsOn'),
      ...told('endsAt', 'notifiedAt', 'missedInARow', 'endedAt', 'endedBecause'),
    },
    filters: {
      among: { stage: 'c.stage', kind: 'c.kind', officer: 'c.officer', caseId: 'c.case_id' },
      people: { personId: 'c.person_id' },
      before: { endsBefore: 'c.ends_at' },
    },
  },
  supplies: {
    table: 'supplies',
    columns: {
      ...ofAll('suppliesId'),
      ...told('isolationId', 'caseId', 'contactId', 'personId', 'openedAt', 'checkedAt', 'paidWon'),
      ...told('refundDueWon', 'cancelledBecause', 'closedAt'),
    },
    filters: {
      among: { stage: 'c.stage', isolationId: 'c.isolation_id' },
      before: { openedBefore: moment('openedAt') },
    },
  },
  test: {
    table: 'test',
    columns: {
      ...ofAll('testId'),
      ...told('caseId', 'contactId', 'purpose', 'specimenId', 'laboratory', 'orderedAt', 'collectedAt'),
      ...told('receivedAt', 'resultedAt', 'result', 'correctedAt'),
    },
    filters: {
      among: {
        stage: 'c.stage',
        purpose: `c.state ->> 'purpose'`,
        result: `c.state ->> 'result'`,
        caseId: 'c.case_id',
        contactId: 'c.contact_id',
      },
      before: { orderedBefore: moment('orderedAt') },
    },
  },
  survey: {
    table: 'survey',
    columns: {
      ...ofAll('surveyId'),
      ...told('caseId', 'personId', 'questionnaire', 'channel', 'respondent', 'offeredAt', 'answerBy'),
      ...told('answeredAt', 'refusedBecause'),
    },
    filters: {
      among: { stage: 'c.stage', questionnaire: `c.state ->> 'questionnaire'`, caseId: 'c.case_id' },
      before: { answerByBefore: moment('answerBy') },
    },
  },
  'living-support': {
    table: 'living_support',
    columns: {
      ...ofAll('livingSupportId'),
      ...told('isolationId', 'caseId', 'personId', 'householdSize', 'appliedAt', 'amountWon', 'approvedBy'),
      ...told('paidWon', 'paidAt', 'amountDueWon'),
    },
    filters: {
      among: { stage: 'c.stage', isolationId: 'c.isolation_id' },
      before: { appliedBefore: moment('appliedAt') },
    },
  },
  'information-request': {
    table: 'information_request',
    columns: {
      ...ofAll('informationRequestId'),
      ...told('caseId', 'kind', 'legalBasis', 'periodFrom', 'periodTo', 'requestedBy', 'requestedAt'),
      ...told('approvedBy', 'submittedAt', 'recordCount', 'destroyBy', 'notifyBy', 'notifiedAt'),
    },
    filters: {
      among: {
        stage: 'c.stage',
        kind: `c.state ->> 'kind'`,
        requestedBy: `c.state ->> 'requestedBy'`,
        caseId: 'c.case_id',
      },
      before: { destroyByBefore: `c.destroy_by collate "C"` },
    },
  },
  clinic: {
    table: 'clinic',
    columns: {
      ...ofAll('clinicId'),
      ...told('placeCode', 'establishedAt', 'kitsInStock', 'closedForGoodAt'),
    },
    filters: { among: { stage: 'c.stage', placeCode: `c.state ->> 'placeCode'` } },
  },
} as const satisfies Readonly<Record<string, StateList>>;
export type StateListKind = keyof typeof STATE_LISTS;
