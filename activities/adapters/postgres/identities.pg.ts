import type pg from 'pg';
import type { Person } from '../../../domain/patient-management/person/person.ts';
import type { SearchTerm } from '../../../domain/patient-management/person/search-terms.ts';
import type { Identities, Identity, PeopleSought } from '../../ports/identities.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import { standingFor } from './merged-records.pg.ts';
import { newcomer } from './newcomers.pg.ts';
import type { PersonSeals } from './sealed-person.ts';

type Row = Readonly<{
  id: string;
  version: number;
  state: Person['state'];
  sealed: Sealed | null;
  mergedInto: string | null;
}>;

/** $1 and the records that they were merged into, along every link. */
const WITH_THOSE_STANDING = `with recursive record(id) as (
    select unnest($1::uuid[])
    union select p.merged_into::uuid from record join person p on p.id = record.id where p.merged_into is not null)
  select p.id, p.version, p.state, p.sealed, p.merged_into as "mergedInto" from record join person p on p.id = record.id`;

/** People with such a case, as the records that stand for them. */
const OF_CASE = (registryNumber: string): string => `(with recursive record(id) as (
      select person_id::uuid from disease_case where registry_number = ${registryNumber}
      union select p.merged_into::uuid from record join person p on p.id = record.id where p.merged_into is not null)
    select id from record)`;

export const pgIdentities = (pool: pg.Pool, seals: PersonSeals): Identities => ({
  async of(personIds) {
    const { rows } = await pool.query<Row>({
      name: 'identities',
      text: WITH_THOSE_STANDING,
      values: [personIds],
    });
    const read = new Map(rows.map((row) => [row.id, row]));
    const links = new Map(rows.map(({ id, mergedInto }) => [id, mergedInto]));
    const opened = new Map<string, Identity>();
    const openedOnce = (row: Row): Identity => {
      const known = opened.get(row.id) ?? identityOf(row, seals);
      opened.set(row.id, known);
      return known;
    };
    return new Map(
      personIds.flatMap((id) => {
        const row = read.has(id) ? read.get(standingFor(links, id)) : undefined;
        return row === undefined ? [] : [[id, openedOnce(row)] as const];
      }),
    );
  },
  async matching(sought) {
    if (sought.within.length === 0) return [];
    const { text, values } = matching(sought, seals.searchToken);
    const { rows } = await pool.query<{ id: string }>(text, values);
    return rows.map(({ id }) => id);
  },
  async alike({ phone, born, names, registryNumber }) {
    const tokenOf = (term: SearchTerm | undefined) => (term === undefined ? null : seals.searchToken(term));
    const values = [tokenOf(phone), tokenOf(born), names.map(tokenOf)];
    // Mostly there is no number, and nobody's cases are looked through.
    const query =
      registryNumber === undefined
        ? { name: 'people-alike', text: alikeOf(''), values }
        : { name: 'people-alike-numbered', text: alikeOf(NUMBERED), values: [...values, registryNumber] };
    const { rows } = await pool.query<{ personId: string; byNumber: boolean }>(query);
    return rows;
  },
  newcomer: newcomer(pool, seals.searchToken),
});

const NUMBERED = `union all select id, true from ${OF_CASE('$4')} numbered`;
/** Whoever is found in more than one way comes first: a home for the aged has one telephone for many. */
const alikeOf = (
  more: string,
): string => `select person_id as "personId", bool_or(by_number) as "byNumber" from (
    select t.person_id, false as by_number from person_search_token t where t.token = $1
    union all select t.person_id, false from person_search_token t where t.token = $2 and exists (
      select from person_search_token n
      where n.token = any ($3) and n.district = t.district and n.person_id = t.person_id)
    ${more}
  ) found group by person_id order by "byNumber" desc, count(*) desc, person_id limit 20`;

function identityOf({ id, version, state, sealed }: Row, seals: PersonSeals): Identity {
  const { stage, district, language } = state;
  const values = stage === 'erased' ? undefined : seals.open(id, sealed);
  return { personId: id, version, stage, district, language, ...(values === undefined ? {} : { values }) };
}

/** Worded so that an index by district is read from its place on. */
function inDistricts(district: string, beginning: string, parameter: (value: unknown) => string): string {
  if (beginning === '') return 'true';
  if (beginning.length === DISTRICT_DIGITS) return `${district} = ${parameter(beginning)}`;
  return `${district} between ${parameter(beginning)} and ${parameter(beginning.padEnd(DISTRICT_DIGITS, '9'))}`;
}
const DISTRICT_DIGITS = 5;

type Query = Readonly<{ text: string; values: unknown[] }>;

/**
 * The first term is read in the order of its index, district by district; the others are asked of each that it finds.
 * Rows of the country are few enough to be sorted, and there is no order among terms that would serve all.
 */
function matching(sought: PeopleSought, tokenOf: PersonSeals['searchToken']): Query {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const { terms, registryNumber, within, after, limit } = sought;
  const [first, ...others] = [...terms].sort(mostTellingFirst).map(tokenOf);
  const [from, id, district] =
    first === undefined
      ? [`person t where t.state ->> 'stage' = 'registered'`, 't.id', `t.state ->> 'district'`]
      : [`person_search_token t where t.token = ${parameter(first)}`, 't.person_id', 't.district'];
  const conditions = [
    `(${within.map((beginning) => inDistricts(district, beginning, parameter)).join(' or ')})`,
    ...others.map(
      (token) => `exists (select from person_search_token o
        where o.token = ${parameter(token)} and o.district = t.district and o.person_id = t.person_id)`,
    ),
    ...(registryNumber === undefined ? [] : [`${id} in ${OF_CASE(parameter(registryNumber))}`]),
    ...(after === undefined ? [] : [`${id} < ${parameter(after)}::uuid`]),
  ];
  return {
    text: `select ${id} as id from ${from} and ${conditions.join(' and ')} order by id desc limit ${parameter(limit)}`,
    values,
  };
}

/** How few people a term of a kind finds, by its kind. */
const TELLING = ['phone', 'born', 'word', 'name', 'initials'];
const rankOf = (term: string): number => TELLING.indexOf(term.slice(0, term.indexOf(':')));
const mostTellingFirst = (one: string, other: string): number =>
  rankOf(one) - rankOf(other) || other.length - one.length;
