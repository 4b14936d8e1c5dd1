import type { Lines, Order } from './line-list.ts';
import { dayInSeoul, known } from './sql-words.ts';

const STATUS = `case c.stage when 'converted' then 'converted' when 'dropped' then 'dropped' else 'active' end`;
export const STAGES_OF_STATUS = {
  active: ['named', 'graded', 'follow-up', 'followed-up'],
  converted: ['converted'],
  dropped: ['dropped'],
} as const;
/** The exposure of the latest day. */
const LAST_EXPOSURE = `(select e ->> 'setting' from jsonb_array_elements(c.state -> 'exposures') e
  order by e ->> 'dateOfLastContact' desc limit 1)`;

const COLUMNS = {
  contactId: { sql: 'c.id' },
  version: { sql: 'c.version' },
  personId: { sql: 'c.exposed_person_id' },
  stage: { sql: 'c.stage' },
  status: { sql: STATUS },
  district: { sql: 'c.district' },
  sourceCaseId: { sql: 'c.source_case_id' },
  foundBy: { sql: `c.state ->> 'foundBy'` },
  reportDate: { sql: dayInSeoul(`c.state ->> 'namedAt'`) },
  dateOfLastExposure: { sql: known('c.last_contact_on') },
  typeOfExposure: { sql: LAST_EXPOSURE },
  riskLevel: { sql: `c.state ->> 'grade'` },
  certainty: { sql: `c.state ->> 'transmission'` },
  followUpStatus: { sql: `c.state ->> 'followUp'` },
  followUpUntil: { sql: known('c.follow_up_until') },
  quarantineStage: { sql: 'q.stage', from: 'quarantine' },
  quarantineEndsAt: { sql: 'q.ends_at', from: 'quarantine' },
  officer: { sql: 'q.officer', from: 'quarantine' },
  convertedCaseId: { sql: 'c.case_id' },
} as const satisfies Lines['columns'];

export const CONTACT_COLUMNS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];
export const CONTACT_LINES: Lines = {
  table: 'contact',
  personId: 'c.exposed_person_id',
  columns: COLUMNS,
  joins: {
    /** One quarantine has many exposures: that which was ordered last for this one. */
    quarantine: `left join lateral (
      select i.stage, i.state ->> 'endsAt' as ends_at, i.officer from isolation i
      where i.kind = 'quarantine' and i.person_id = c.exposed_person_id
        and (i.state ->> 'contactId' = c.id::text
          or i.state -> 'exposures' @> jsonb_build_array(jsonb_build_object('contactId', c.id)))
      order by i.id desc limit 1) q on true`,
  },
};

/** What is not known comes last, whichever the order. */
export const CONTACT_ORDERS = {
  '-contactId': { descending: true },
  contactId: { descending: false },
  '-dateOfLastExposure': { key: 'last_contact_on', descending: true },
  followUpUntil: { key: 'follow_up_until', descending: false },
} as const satisfies Readonly<Record<string, Order>>;
