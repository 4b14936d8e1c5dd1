import type pg from 'pg';
import { COUNTRY_OFFICE, day, of, type Ask } from './ask.ts';
import { BIG, caseIdOf } from './country.ts';
import type { Asked } from './measured.ts';
import { valuesOf } from './people.ts';
import { rare } from './rare-filters.ts';

const PAGE = 50;
const DEPTHS = [1, 10, 100, 1_000];
const [JONGNO, HAEUNDAE, HWASEONG] = BIG;

/** Where the page begins that lies so deep, by counting off all before it. */
async function placeAt(
  pool: pg.Pool,
  columns: string,
  table: string,
  where: string,
  order: string,
  depth: number,
): Promise<readonly unknown[] | undefined> {
  const { rows } = await pool.query<unknown[]>({
    text: `select ${columns} from ${table} where ${where} order by ${order} offset ${(depth - 1) * PAGE - 1} limit 1`,
    rowMode: 'array',
  });
  return rows[0];
}

type Listed = Readonly<{
  group: string;
  at: string;
  path: string;
  from: readonly [columns: string, table: string, where: string, order: string];
}>;

const TASK_ORDER = 'priority, rise, due, id';
const TASK_PLACE = 'priority, -rise, due, id';
const inDistrict = (district: string): string => `district = '${district}'`;
/** Lists that are read page after page. */
const LISTED: readonly Listed[] = [
  {
    group: 'tasks of a district',
    at: JONGNO,
    path: '/tasks?',
    from: [TASK_PLACE, 'task', `stage = 'open' and ${inDistrict(JONGNO)}`, TASK_ORDER],
  },
  {
    group: 'tasks of the country',
    at: COUNTRY_OFFICE,
    path: '/tasks?',
    from: [TASK_PLACE, 'task', `stage = 'open'`, TASK_ORDER],
  },
  {
    group: 'cases of a district',
    at: HAEUNDAE,
    path: '/cases?',
    from: ['id', 'disease_case', inDistrict(HAEUNDAE), 'id desc'],
  },
  {
    group: 'cases of a province',
    at: '41',
    path: '/cases?sort=-dateOfSymptomOnset&',
    from: ['onset_on, id', 'disease_case', `district like '41%'`, 'onset_on desc, id desc'],
  },
  {
    group: 'cases of the country',
    at: COUNTRY_OFFICE,
    path: '/cases?',
    from: ['id', 'disease_case', 'true', 'id desc'],
  },
  {
    group: 'contacts of a district',
    at: HWASEONG,
    path: '/contacts?',
    from: ['id', 'contact', inDistrict(HWASEONG), 'id desc'],
  },
  {
    group: 'contacts of a province',
    at: '11',
    path: '/contacts?sort=followUpUntil&',
    from: ['follow_up_until, id', 'contact', `district like '11%'`, 'follow_up_until, id'],
  },
  {
    group: 'contacts of the country',
    at: COUNTRY_OFFICE,
    path: '/contacts?',
    from: ['id', 'contact', 'true', 'id desc'],
  },
];

/** The rest of a day's work. */
const daily = (): readonly Ask[] => [
  ...of('queues', JONGNO, '/worklists', '/worklists?team=isolation-management'),
  ...of('queues', HAEUNDAE, '/worklists'),
  ...of('queues of a province', '11', '/worklists', '/worklists?kind=no-answer'),
  ...of(
    'queues of the country',
    COUNTRY_OFFICE,
    '/worklists',
    '/worklists?cursor=41590~patient-management~no-answer',
  ),
  ...of('my day', JONGNO, '/my-day'),
  ...of('my day', HAEUNDAE, '/my-day'),
  ...of('my day', HWASEONG, '/my-day'),
  ...of(
    'tasks, filtered',
    JONGNO,
    '/tasks?owner=none&team=epidemiological-investigation',
    '/tasks?overdue=true',
    '/tasks?kind=contact-grading',
  ),
  ...of(
    'tasks, filtered',
    HAEUNDAE,
    '/tasks?owner=me',
    '/tasks?escalated=true',
    '/tasks?overdue=false&priority=1',
  ),
  ...of(
    'cases, filtered',
    HAEUNDAE,
    '/cases?stage=home-treatment',
    `/cases?openedFrom=${day(7)}`,
    '/cases?sort=nextDueAt',
  ),
  ...of('cases, filtered', JONGNO, `/cases?officer=isolation-officer-${JONGNO}-7&columns=isolationStage`),
  ...of(
    'contacts, filtered',
    JONGNO,
    '/contacts?status=active',
    '/contacts?riskLevel=close',
    '/contacts?sort=-dateOfLastExposure',
  ),
  ...of('contacts, filtered', JONGNO, `/contacts?sourceCaseId=${caseIdOf(290_000)}`),
  ...[210, 500, 15_000, 250_000].map((number): Ask => ({
    group: 'case page',
    at: COUNTRY_OFFICE,
    method: 'GET',
    path: `/cases/${caseIdOf(number)}`,
    reason: 'treatment',
  })),
  ...[7, 1_234].flatMap((number): readonly Ask[] => {
    const { name, birthDate, phone } = valuesOf(number);
    return [{ name: name.slice(0, 2) }, { name, birthDate }, { phone: `0${phone.slice(3)}` }].map((body) => ({
      group: 'search by name',
      at: number === 7 ? JONGNO : COUNTRY_OFFICE,
      method: 'POST',
      path: '/people/searches',
      body,
      reason: 'investigation',
    }));
  }),
];

/** Everything that the lists are asked, at every depth. */
export async function asks(pool: pg.Pool): Promise<readonly Ask[]> {
  const paged: Ask[] = [];
  for (const { group, at, path, from } of LISTED)
    for (const depth of DEPTHS) {
      const place = depth === 1 ? [] : await placeAt(pool, ...from, depth);
      if (place === undefined) continue; // it has not so many pages
      const cursor = place.length === 0 ? '' : `cursor=${encodeURIComponent(place.join('~'))}`;
      paged.push({ group: `${group}, page ${depth}`, at, method: 'GET', path: `${path}${cursor}` });
    }
  return [...paged, ...daily(), ...rare()];
}

export const asSent = ({ path, body, reason, ...asked }: Ask, url: string): Asked => ({
  ...asked,
  url: `${url}${path}`,
  headers: {
    ...(reason === undefined ? {} : { 'access-reason': reason }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});
