import type { Condition } from './line-list.ts';

/** A moment of the store as text, as moments are written in the state of what there is. */
export const asText = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the time is, as text too; the simulation’s where there is one. */
export const NOW = `(select ${asText('(clock_timestamp() + ahead)')} from simulation_clock)`;

/** The day in Korea of a moment that is kept as text. */
export const dayInSeoul = (moment: string): string =>
  `left(((${moment})::timestamptz at time zone 'Asia/Seoul')::text, 10)`;

/** Nothing where the filter is not given. */
type Given<Value> = Value | undefined;

export const oneOf = (sql: string, given: Given<readonly string[]>): readonly Condition[] =>
  given === undefined ? [] : [(parameter) => `${sql} = any (${parameter(given)})`];

/** Of the people of an officer, who are few among many: their isolations are looked up first. `those`: what names the row there. */
export const ofOfficer = (
  row: string,
  those: string,
  given: Given<readonly string[]>,
): readonly Condition[] =>
  oneOf('i.officer', given).map((one) => (of) => `${row} in (select ${those} and ${one(of)})`);

/**
 * One of these codes in a field: `sql` is where the planner knows how common they are, the list of all codes with their
 * fields is where the few are found that have a rare one.
 */
export const coded = (field: string, sql: string, given: Given<readonly string[]>): readonly Condition[] =>
  given === undefined
    ? []
    : [
        (parameter) =>
          `${sql} = any (${parameter(given)}) and c.codes && ${parameter(given.map((code) => `${field}:${code}`))}::text[]`,
      ];

/** What is not known is kept as '-' or '~' and an id: no day and no moment is before '0' or behind '9~'. */
const isKnown = (sql: string): string => `${sql} between '0' and '9~'`;
export const known = (sql: string): string => `case when ${isKnown(sql)} then ${sql} end`;

export const from = (sql: string, given: Given<string>): readonly Condition[] =>
  given === undefined ? [] : [(parameter) => `${sql} >= ${parameter(given)} and ${isKnown(sql)}`];

/** Days count with the last one. */
export const upTo = (sql: string, given: Given<string>): readonly Condition[] =>
  given === undefined ? [] : [(parameter) => `${sql} <= ${parameter(given)} and ${isKnown(sql)}`];

export const before = (sql: string, given: Given<string>): readonly Condition[] =>
  given === undefined ? [] : [(parameter) => `${sql} < ${parameter(given)} and ${isKnown(sql)}`];
