import type pg from 'pg';
import { personalKeys } from '../../../activities/adapters/postgres/personal-keys.ts';
import { personSeals } from '../../../activities/adapters/postgres/sealed-person.ts';
import { searchTermsOf } from '../../../domain/patient-management/person/search-terms.ts';
import { personIdOf } from './country.ts';
import { withoutIndexes } from './without-indexes.ts';

const SURNAMES = Array.from('김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심');
const SYLLABLES = Array.from('민서지현준우도윤하은수아진영성호재원경희연주석태');
const BATCH = 10_000;

/** Surnames as frequent as the alphabet is long: the first is a fifth of the country. */
const nameOf = (number: number): string =>
  [
    SURNAMES[Math.floor(SURNAMES.length * ((number % 1_009) / 1_009) ** 2)],
    SYLLABLES[(number * 7) % SYLLABLES.length],
    SYLLABLES[Math.floor(number / 5) % SYLLABLES.length],
  ].join('');
const pad = (number: number): string => String(number).padStart(2, '0');
export const valuesOf = (number: number) => ({
  name: nameOf(number),
  birthDate: `${1930 + (number % 90)}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}`,
  sex: number % 2 === 0 ? ('male' as const) : ('female' as const),
  phone: `+8210${String(20_000_000 + number)}`,
});

/** Whoever the cases are of, sealed, with what they are found by. */
export async function fillPeople(
  pool: pg.Pool,
  environment: NodeJS.ProcessEnv,
  people: number,
): Promise<void> {
  const seals = personSeals(personalKeys(environment));
  const known = new Map<string, string>();
  const tokenOf = (term: ReturnType<typeof searchTermsOf>[number]): string => {
    const token = known.get(term) ?? seals.searchToken(term).toString('hex');
    if (!term.startsWith('phone:')) known.set(term, token);
    return token;
  };
  await withoutIndexes(pool, ['person', 'person_search_token'], async (client) => {
    for (let first = 1; first <= people; first += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, people - first + 1) }, (_, at) => first + at);
      const rows = numbers.map((number) => ({
        id: personIdOf(number),
        ...seals.seal(personIdOf(number), valuesOf(number)),
        tokens: searchTermsOf(valuesOf(number)).map(tokenOf),
      }));
      await client.query(
        `with found as materialized (
           select p.*, c.district from jsonb_to_recordset($1::jsonb) as p(id uuid, sealed jsonb, "phoneIndex" text, tokens text[])
             join disease_case c on c.person_id = p.id::text),
         people as (insert into person (id, version, state, sealed, phone_index)
           select id, 1, jsonb_build_object('stage', 'registered', 'registeredAt', '2026-01-01T00:00:00Z', 'district', district, 'language', 'ko'), sealed, "phoneIndex" from found)
         insert into person_search_token (token, district, person_id)
           select decode(token, 'hex'), district, id from found cross join lateral unnest(tokens) token`,
        [JSON.stringify(rows)],
      );
    }
  });
}
