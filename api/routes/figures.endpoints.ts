import { refuse } from '../api-problems.ts';
import { curveOf } from '../figures/curve.ts';
import { daysFrom } from '../figures/days.ts';
import { DEFINITIONS } from '../figures/definitions.ts';
import { placesOf } from '../figures/places.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import type { CurveDay } from '../read-models/figures/epidemic-curve.ts';
import { byPlaceQuery, byPlaceShown, curveQuery, curveShown } from '../schemas/figures.ts';
import { STATE_FIGURES } from './figures-of-states.ts';
import { WORK_FIGURES } from './figures-of-work.ts';
import { figure } from './figure.ts';
import type { Words } from '../problem.ts';

const MOST_DAYS = 1_100;
const CURVES: Readonly<Record<CurveDay, Words>> = {
  onset: DEFINITIONS.curveByOnset,
  report: DEFINITIONS.curveByReport,
  confirmation: DEFINITIONS.curveByConfirmation,
};

/** 통계. Numbers for charts, without anybody’s data; each says what it counts. */
export const FIGURES: readonly Endpoint[] = [
  figure(
    {
      path: 'epidemic-curve',
      does: {
        ko: '유행 곡선: 발생일, 신고일 또는 확진일별 사례 수를 봅니다.',
        en: 'The epidemic curve: cases by day or week of onset, of report or of confirmation.',
      },
      more: {
        ko: `\`from\`부터 \`to\`까지(둘 다 포함, 최대 ${MOST_DAYS}일) 모든 날이 나오며, 생략하면 오늘까지 28일입니다. \`per=week\`는 월요일에 시작하는 ISO 주이고 기간을 온전한 주로 넓힙니다. 날짜를 모르는 사례는 \`unknown\`, 기간 밖은 \`before\`와 \`after\`에 있어 모두 더하면 \`total\`입니다. \`incomplete\`인 날은 아직 더 신고될 수 있습니다: 발생일에서는 최근 90일에 신고된 사례의 90%가 신고되기까지 걸린 일수(10건 미만이면 7일)와 오늘, 신고일과 확진일에서는 오늘부터입니다.`,
        en: `Every day from \`from\` to \`to\`, both counted, ${MOST_DAYS} days at most; without them the 28 days up to today. \`per=week\` has ISO weeks, from Monday, and widens the period to whole ones. Cases whose day is not known are \`unknown\`, those outside the period \`before\` and \`after\`: with them everything adds up to \`total\`. On days that are \`incomplete\` more will be reported: by onset these are today and as many days before it as nine in ten of the cases reported in the last 90 days took from onset to report (7 where there are fewer than ten); by report or confirmation, from today on.`,
      },
      query: curveQuery,
      shows: curveShown,
    },
    async (uses, asked, scope) => {
      const counts = await uses.figures.epidemicCurve(scope, asked);
      const { first, last } = counts;
      if (daysFrom(first, last) > MOST_DAYS) throw tooLong();
      return {
        counting: counts,
        definition: CURVES[asked.by],
        filters: { from: first, to: last },
        shown: curveOf(counts, asked),
      };
    },
  ),
  figure(
    {
      path: 'places',
      does: {
        ko: '시도별 또는 시군구별 사례 수를 봅니다.',
        en: 'Cases by province or district.',
      },
      more: {
        ko: '관할 안의 지금 시도와 시군구가 모두 나옵니다. 지금 없는 코드의 사례는 이름 없이 나옵니다. `cases`는 사례 아님을 뺀 수, `all`은 모두입니다. 시도에는 관할 안의 사례만 셉니다.',
        en: 'Every province or district of today in your reach; cases under a code of before stand there without a name. `cases` are those that are not notACase, `all` is all of them. Of a province only what is in your reach is counted.',
      },
      query: byPlaceQuery,
      shows: byPlaceShown,
    },
    async (uses, { per }, scope) => {
      const counting = await uses.figures.casesByPlace(scope, per);
      const tree = uses.requests.readJurisdictions();
      const places = placesOf(counting.places, { within: scope.within, per, tree });
      const total = places.reduce((sum, { all }) => sum + all, 0);
      return { counting, definition: DEFINITIONS.casesByPlace, shown: { total, places } };
    },
  ),
  ...STATE_FIGURES,
  ...WORK_FIGURES,
];

const tooLong = () =>
  refuse('request/invalid', [
    {
      pointer: '/from',
      code: 'too-long',
      detail: {
        ko: `한 번에 ${MOST_DAYS}일까지 볼 수 있습니다. 기간을 줄여 보내세요.`,
        en: `${MOST_DAYS} days at most: ask for a shorter period.`,
      },
    },
  ]);
