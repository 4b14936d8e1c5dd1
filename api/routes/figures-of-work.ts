import type { Endpoint } from '../contract/endpoint.ts';
import { DEFINITIONS } from '../figures/definitions.ts';
import { groupsOf, totalOf } from '../figures/groups.ts';
import { binsOf, percentilesOf, type Counted } from '../figures/percentiles.ts';
import { sharesOf } from '../figures/shares.ts';
import { workOf } from '../figures/work.ts';
import type { DurationCounts } from '../read-models/figures/durations.ts';
import {
  becomingCasesShown,
  casesQuery,
  contactsPerCaseShown,
  durationShown,
  overdueQuery,
  overdueShown,
} from '../schemas/figures.ts';
import { figure } from './figure.ts';
import type { Words } from '../problem.ts';
import { forPeople } from '../words.ts';

const SPREAD: Words = {
  ko: '백분위수는 실제 값 중 그 비율에 처음 이르는 값입니다. `bins`는 `from` 이상 `below` 미만입니다. 잴 수 없는 사례는 없는 것(`code`)별로 `missing`에 있고, 더하면 `total`입니다. 기록만 한 지난 사례는 넣지 않습니다.',
  en: 'A percentile is the smallest value found that this share of all reaches. `bins` are from `from` up to before `below`. Cases that cannot be measured are in `missing`, by what they have not (`code`); with them it adds up to `total`. Past episodes that were only recorded are left out.',
};
const DAYS = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14];
const HOURS = [0, 1, 2, 4, 8, 12, 24, 48, 72];
const CONTACTS = [1, 2, 3, 4, 5, 6, 11, 21, 51, 101];
const TENTHS = 10;

function durationOf(
  { values, missing: found }: Omit<DurationCounts<string>, 'asOf' | 'today'>,
  codes: readonly string[],
  { unit, edges }: Readonly<{ unit: 'days' | 'hours'; edges: readonly number[] }>,
) {
  const missing = groupsOf(
    codes,
    found.map(({ missing: code, count }) => ({ code, count })),
  );
  return {
    total: totalOf(values) + totalOf(missing),
    unit,
    ...percentilesOf(values),
    negative: totalOf(values.filter(({ value }) => value < 0)),
    bins: binsOf(values, edges),
    missing,
  };
}

function contactsOf(values: readonly Counted[]) {
  const n = totalOf(values);
  const contacts = values.reduce((sum, { value, count }) => sum + value * count, 0);
  return {
    total: n,
    ...percentilesOf(values),
    mean: n === 0 ? null : Math.round((contacts / n) * 100) / 100,
    bins: binsOf(values, CONTACTS).map(({ from, ...bin }) => ({ from: from ?? 0, ...bin })),
  };
}

/** How fast the work is done, what contact tracing finds, and what waits too long. */
export const WORK_FIGURES: readonly Endpoint[] = [
  figure(
    {
      path: 'onset-to-isolation',
      does: {
        ko: '증상 발생부터 격리까지 걸린 일수를 봅니다.',
        en: 'Days from symptom onset to isolation.',
      },
      more: SPREAD,
      query: casesQuery,
      shows: durationShown,
    },
    async ({ figures }, _asked, scope) => {
      const counting = await figures.onsetToIsolation(scope);
      const shown = durationOf(counting, ['onset', 'isolation'], { unit: 'days', edges: DAYS });
      return { counting, definition: DEFINITIONS.onsetToIsolation, shown };
    },
  ),
  figure(
    {
      path: 'confirmation-to-notice',
      does: {
        ko: '확진부터 격리 통지까지 걸린 시간을 봅니다.',
        en: 'Hours from confirmation to the notice of isolation.',
      },
      more: SPREAD,
      query: casesQuery,
      shows: durationShown,
    },
    async ({ figures }, _asked, scope) => {
      const counting = await figures.confirmationToNotice(scope);
      const values = counting.values.map(({ value, count }) => ({ value: value / TENTHS, count }));
      const codes = ['confirmation', 'isolation', 'notice'];
      const shown = durationOf({ ...counting, values }, codes, { unit: 'hours', edges: HOURS });
      return { counting, definition: DEFINITIONS.confirmationToNotice, shown };
    },
  ),
  figure(
    {
      path: 'contacts-per-case',
      does: { ko: '사례당 접촉자 수의 분포를 봅니다.', en: 'How many contacts the cases have.' },
      more: SPREAD,
      query: casesQuery,
      shows: contactsPerCaseShown,
    },
    async ({ figures }, _asked, scope) => {
      const counting = await figures.contactsPerCase(scope);
      return { counting, definition: DEFINITIONS.contactsPerCase, shown: contactsOf(counting.values) };
    },
  ),
  figure(
    {
      path: 'contacts-becoming-cases',
      does: {
        ko: '접촉자 중 사례가 된 사람의 비율을 봅니다.',
        en: 'The share of contacts who become cases.',
      },
      more: {
        ko: '`share`는 `becameCases`를 `contacts`로 나눈 값이고, 접촉자가 없으면 null입니다. `open`은 아직 추적 중이어서 앞으로 사례가 될 수 있는 사람입니다. `disease`는 감염원 사례의 질병입니다.',
        en: '`share` is `becameCases` of `contacts`, null where there are none. `open` are those who are still followed and may yet become cases. `disease` is that of the source case.',
      },
      query: casesQuery,
      shows: becomingCasesShown,
    },
    async ({ figures }, _asked, scope) => {
      const counting = await figures.contactsBecomingCases(scope);
      return { counting, definition: DEFINITIONS.contactsBecomingCases, shown: sharesOf(counting.grades) };
    },
  ),
  figure(
    {
      path: 'overdue-work',
      does: {
        ko: '기한이 지난 과업을 팀과 종류별로 셉니다.',
        en: 'Overdue work by team and kind.',
      },
      more: {
        ko: '기한이 지난 지 하루 미만, 하루 이상 사흘 미만, 사흘 이상으로 나눕니다. 시군구별 대기열은 `/worklists`에 있습니다.',
        en: 'Split by how long it is overdue: under one day, under three, three and more. The queues by district are at `/worklists`.',
      },
      query: overdueQuery,
      shows: overdueShown,
    },
    async ({ figures }, { team }, { within }) => {
      const { queues, ...counting } = await figures.overdueWork({ within, team });
      const shown = workOf(queues, team);
      const inSeoul = { ...shown, queues: forPeople(shown.queues) };
      return { counting, definition: DEFINITIONS.overdueWork, shown: inSeoul };
    },
  ),
];
