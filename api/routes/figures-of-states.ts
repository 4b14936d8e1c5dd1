import type { Endpoint } from '../contract/endpoint.ts';
import { DEFINITIONS } from '../figures/definitions.ts';
import { groupsOf, totalOf } from '../figures/groups.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CodeCounts } from '../read-models/figures/counts-by-code.ts';
import type { Scope } from '../read-models/figures/scope.ts';
import { casesQuery, groupsShown, isolationsShown, placesQuery } from '../schemas/figures.ts';
import {
  CASE_STAGES,
  CLASSIFICATIONS,
  ISOLATION_KINDS,
  ISOLATION_STAGES,
  SUPPLIES_STAGES,
} from '../schemas/states.ts';
import { figure } from './figure.ts';
import type { Words } from '../problem.ts';

const PERIOD: Words = {
  ko: '`from`과 `to`의 날도 셉니다. 생략하면 모든 날입니다. 한 건도 없는 코드는 0으로 나오고, 아직 코드가 없는 것은 null입니다. 합은 `total`입니다.',
  en: 'The days of `from` and `to` count, too; without them all days do. Codes of which there are none are there with 0, what has none yet has null, and all add up to `total`.',
};

type ByCode = Readonly<{
  path: string;
  does: Words;
  definition: Words;
  query: typeof casesQuery | typeof placesQuery;
  /** Every code that there can be, where that is known. */
  known: readonly string[];
}>;

const byCode = (
  { path, does, definition, query, known }: ByCode,
  count: (figures: Dependencies['figures'], scope: Scope) => Promise<CodeCounts>,
): Endpoint =>
  figure({ path, does, more: PERIOD, query, shows: groupsShown }, async ({ figures }, _asked, scope) => {
    const counting = await count(figures, scope);
    const shown = { total: totalOf(counting.groups), groups: groupsOf(known, counting.groups) };
    return { counting, definition, shown };
  });

/** How many stand where. */
export const STATE_FIGURES: readonly Endpoint[] = [
  byCode(
    {
      path: 'classification',
      does: { ko: '분류별 사례 수를 봅니다.', en: 'Cases by classification.' },
      definition: DEFINITIONS.classification,
      query: casesQuery,
      known: CLASSIFICATIONS,
    },
    (figures, scope) => figures.classifications(scope),
  ),
  byCode(
    {
      path: 'stages',
      does: { ko: '단계별 사례 수를 봅니다.', en: 'Cases by stage.' },
      definition: DEFINITIONS.stages,
      query: casesQuery,
      known: CASE_STAGES,
    },
    (figures, scope) => figures.stages(scope),
  ),
  byCode(
    {
      path: 'tiers',
      does: { ko: '관리군별 사례 수를 봅니다.', en: 'Cases by tier of care.' },
      definition: DEFINITIONS.tiers,
      query: casesQuery,
      known: [],
    },
    (figures, scope) => figures.tiers(scope),
  ),
  figure(
    {
      path: 'isolations',
      does: {
        ko: '격리와 자가격리를 단계별로 셉니다.',
        en: 'Isolations and quarantines by stage.',
      },
      more: PERIOD,
      query: placesQuery,
      shows: isolationsShown,
    },
    async ({ figures }, _asked, scope) => {
      const counting = await figures.isolations(scope);
      const groups = ISOLATION_KINDS.flatMap((kind) =>
        groupsOf(
          ISOLATION_STAGES,
          counting.groups.filter((one) => one.kind === kind),
        ).map((one) => ({ kind, ...one })),
      );
      return {
        counting,
        definition: DEFINITIONS.isolations,
        shown: { total: totalOf(counting.groups), groups },
      };
    },
  ),
  byCode(
    {
      path: 'supplies',
      does: { ko: '생필품 지원을 단계별로 셉니다.', en: 'Supplies of households by stage.' },
      definition: DEFINITIONS.supplies,
      query: placesQuery,
      known: SUPPLIES_STAGES,
    },
    (figures, scope) => figures.supplies(scope),
  ),
];
