import { z } from 'zod';
import { refuse } from '../api-problems.ts';
import type { Staff } from '../access/staff.ts';
import { teamsOf } from '../access/teams.ts';
import { absent } from '../contract/absent.ts';
import { listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { listOf, wrongIn } from '../list-filter.ts';
import { parse } from '../parse.ts';
import { nothing } from '../schemas/basics.ts';
import { ofSavedFilter } from '../schemas/params.ts';
import {
  savedFilterBody,
  savedFilterListQuery,
  savedFilterShown,
  type SavedFilterBody,
} from '../schemas/saved-filters.ts';

const saved = { tag: 'work', action: 'saved-filter:keep' } as const;
const name = 'savedFilterId';
const reader = (staff: Staff) => ({
  staffId: staff.id,
  teams: teamsOf(staff),
  offices: staff.jurisdictions,
});

/** Filters of these lists, kept by whoever reads them. */
export const savedFiltersOf = (lists: readonly Endpoint[]): readonly Endpoint[] => [
  endpoint(
    {
      ...saved,
      method: 'post',
      path: '/saved-filters',
      does: {
        ko: '자주 쓰는 목록의 조건을 이름을 붙여 저장합니다.',
        en: 'Keeps the filter of a list under a name of yours.',
      },
      more: {
        ko: '조건(query)은 그 목록이 받는 것이어야 합니다. 누가 보든 본인의 관할 안에서만 나오며, 시군구(district) 조건도 그 안에서 거릅니다. 보는 요청은 path에 query를 그대로 붙인 것입니다. `sharedWith`에 본인의 팀을 적으면 같은 관할의 팀원도 봅니다. 이름에는 개인정보를 적지 마세요. 계정마다 100개까지입니다.',
        en: 'The query has to be one that the list takes. Whoever reads sees their own districts only; a district in the query narrows those. To read the list, send the query to the path. With a team of yours in `sharedWith` colleagues of that team and office see it too. Write nothing of a person into the name. An account keeps up to 100.',
      },
      body: savedFilterBody,
      example: {
        name: '우리 팀 미배정',
        path: '/tasks',
        query: { owner: 'none', team: ['isolation-management'] },
      },
      needsKey: true,
      answer: { status: 201, schema: receiptOf(name), etag: true, location: true },
      problems: ['saved-filter/name-taken', 'saved-filter/too-many'],
    },
    async ({ requests }, { body, staff, identity }) => {
      checked(body, lists, staff);
      const { sharedWith: team, ...rest } = body;
      const receipt = await requests.saveFilter({
        ...{ ...identity(), ...rest, team, offices: staff.jurisdictions },
      });
      return { ...receiptAnswer(receipt, name), location: `/saved-filters/${receipt.id}` };
    },
  ),
  listing(
    {
      ...saved,
      path: '/saved-filters',
      does: {
        ko: '내가 저장한 조건과 우리 팀이 공유한 조건을 봅니다.',
        en: 'The filters that you have kept, and those that your team shares.',
      },
      query: savedFilterListQuery,
      item: savedFilterShown,
    },
    async ({ savedFilters }, { query, staff }) => savedFilters.list(reader(staff), query),
    ({ savedFilterId }) => savedFilterId,
  ),
  reading(
    {
      ...saved,
      path: '/saved-filters/:savedFilterId',
      does: { ko: '저장한 조건 하나를 봅니다.', en: 'One filter that was kept.' },
      params: ofSavedFilter,
      names: { savedFilterId: 'kept' },
      shows: savedFilterShown,
      problems: ['saved-filter/not-found'],
    },
    async ({ savedFilters }, { params, staff }) => {
      const body = await savedFilters.find(reader(staff), params.savedFilterId);
      if (body === undefined) throw absent('saved-filter/not-found');
      return { version: body.version, body };
    },
  ),
  endpoint(
    {
      ...saved,
      method: 'post',
      path: '/saved-filters/:savedFilterId/removal',
      does: {
        ko: '내가 저장한 조건을 지웁니다.',
        en: 'Removes a filter that you have kept.',
      },
      params: ofSavedFilter,
      names: { savedFilterId: 'kept' },
      body: nothing,
      example: {},
      needsKey: true,
      needsVersion: true,
      answer: { status: 200, schema: receiptOf(name), etag: true },
      problems: ['saved-filter/not-found', 'saved-filter/not-yours'],
    },
    async ({ requests, savedFilters }, { params, staff, identity, expectedVersion }) => {
      const shared = await savedFilters.find(reader(staff), params.savedFilterId);
      if (shared !== undefined && shared.owner !== staff.id) throw refuse('saved-filter/not-yours');
      const ask = { ...identity(), id: params.savedFilterId, expectedVersion: expectedVersion() };
      return receiptAnswer(await requests.removeFilter(ask), name);
    },
  ),
];

/** The list takes that query, and whoever keeps it may read the list. @throws Refusal `request/invalid` */
function checked(
  { path, query, sharedWith }: SavedFilterBody,
  lists: readonly Endpoint[],
  staff: Staff,
): void {
  const wrong = wrongIn('');
  const list = listOf(path, { lists, staff, wrong });
  if ('cursor' in query)
    throw wrong('/query/cursor', 'unknown-field', {
      ko: '조건에는 목록의 어느 쪽인지를 저장하지 않습니다. cursor를 빼고 보내세요.',
      en: 'A filter keeps no place in the list. Leave cursor out.',
    });
  parse(z.object({ query: list.query }), { query });
  if (sharedWith !== undefined && !teamsOf(staff).includes(sharedWith))
    throw wrong('/sharedWith', 'not-your-team', {
      ko: '본인의 팀과만 공유할 수 있습니다. 본인의 팀을 적으세요.',
      en: 'A filter is shared with a team of yours alone. Name one.',
    });
}
