import type pg from 'pg';
import { BIG, caseIdOf } from './country.ts';
import type { Asked } from './measured.ts';
import { valuesOf } from './people.ts';

/** One request of somebody who works at that place. `group`: what is told of together. */
export type Ask = Readonly<{
  group: string;
  at: string;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  reason?: string;
}>;

const PAGE = 50;
const DEPTHS = [1, 10, 100, 1_000];
const [JONGNO, HAEUNDAE, HWASEONG] = BIG;
const COUNTRY_OFFICE = '00';

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

/** What few lines have, wherever they lie; and the rest of a day's work. */
const day = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const of = (group: string, at: string, ...paths: readonly string[]): readonly Ask[] =>
  paths.map((path) => ({ group, at, method: 'GET', path }));

const rare = (): readonly Ask[] => [
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    '/tasks?kind=clinic-full',
    '/tasks?escalated=true&priority=1',
  ),
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    `/tasks?openedAfter=${new Date(Date.now() - 60_000).toISOString()}`,
  ),
  ...of(
    'rare filters of tasks',
    COUNTRY_OFFICE,
    '/tasks?subjectKind=clinic',
    `/tasks?dueBefore=${day(5)}T00:00:00Z`,
  ),
  ...of('rare filters of tasks', '11', '/tasks?subjectKind=clinic&overdue=true'),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?stage=in-hospital',
    '/cases?outcome=deceased',
    '/cases?tier=intensive',
  ),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?stage=withdrawn',
    '/cases?isolationStage=served',
    `/cases?nextDueBefore=2020-01-01T00:00:00Z`,
  ),
  ...of(
    'rare filters of cases',
    COUNTRY_OFFICE,
    '/cases?disease=mers',
    '/cases?classification=probable',
    `/cases?openedFrom=${day(0)}`,
  ),
  ...of(
    'rare filters of cases',
    '11',
    '/cases?stage=in-hospital',
    '/cases?outcome=deceased',
    '/cases?tier=intensive',
    '/cases?disease=mers',
  ),
  ...of(
    'rare filters of cases',
    '11',
    `/cases?onsetTo=${day(94)}`,
    `/cases?confirmedFrom=${day(0)}&stage=withdrawn`,
    '/cases?outcome=unknown',
  ),
  ...of(
    'rare filters of cases',
    '11',
    '/cases?isolationStage=ordered',
    `/cases?isolationEndsBefore=2020-01-01T00:00:00Z`,
  ),
  ...of(
    'rare filters of contacts',
    COUNTRY_OFFICE,
    '/contacts?foundBy=entryLog',
    '/contacts?followUpStatus=lost',
    '/contacts?status=converted',
  ),
  ...of(
    'rare filters of contacts',
    COUNTRY_OFFICE,
    '/contacts?certainty=confirmed',
    '/contacts?riskLevel=none',
    `/contacts?lastExposureTo=${day(96)}`,
  ),
  ...of(
    'rare filters of contacts',
    '11',
    '/contacts?foundBy=entryLog',
    '/contacts?followUpStatus=lost',
    '/contacts?status=converted',
  ),
  ...of(
    'rare filters of contacts',
    '11',
    '/contacts?foundBy=card',
    `/contacts?followUpUntilBefore=2020-01-01T00:00:00Z`,
  ),
];

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

export const asSent = ({ group, at, method, path, body, reason }: Ask, url: string): Asked => ({
  group,
  at,
  method,
  url: `${url}${path}`,
  headers: {
    ...(reason === undefined ? {} : { 'access-reason': reason }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});
