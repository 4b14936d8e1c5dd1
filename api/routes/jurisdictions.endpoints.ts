import { z } from 'zod';
import { reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { wordsShown } from '../contract/shapes.ts';
import { day } from '../schemas/basics.ts';
import { said } from '../schemas/said.ts';

/** Earlier codes are not in the table. */
const sinceTable = day.refine((text) => text >= '2020', said('2020년 이후의 날짜', 'a day from 2020 on'));
const place = { code: z.string(), name: wordsShown };
const districtShown = z.object(place).meta({ id: 'District' });
const provinceShown = z.object({ ...place, districts: z.array(districtShown) }).meta({ id: 'Province' });

/** Where somebody can be responsible. */
export const JURISDICTIONS: readonly Endpoint[] = [
  reading(
    {
      path: '/jurisdictions',
      tag: 'work',
      does: {
        ko: '전국의 시도와 시군구를 행정표준코드와 함께 봅니다.',
        en: 'The provinces and districts of the country with their administrative codes.',
      },
      more: {
        ko: '지금의 코드를 보여 줍니다. `on`에 2020년 이후의 날짜를 넣으면 그날의 코드를 보여 줍니다. 일반구가 있는 시는 시와 구가 모두 나옵니다.',
        en: 'The codes of today, or of the day in `on`, from 2020. A city with general districts stands beside them.',
      },
      action: 'jurisdiction:read',
      query: z.strictObject({ on: sinceTable.optional() }),
      shows: z.object({ ...place, provinces: z.array(provinceShown) }),
    },
    async ({ requests }, { query: { on } }) => ({ body: requests.readJurisdictions(on) }),
  ),
];
