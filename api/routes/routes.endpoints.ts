import type { DistrictDisclosure } from '../../activities/epidemiological-investigation/disclose-route.ts';
import { command, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import type { Words } from '../problem.ts';
import { nothing } from '../schemas/basics.ts';
import { disclosureQuery, routeDisclosureQuery } from '../schemas/disclosure.ts';
import {
  contactsFoundBody,
  reopeningBody,
  visitBody,
  visitRejectionBody,
  visitTimesBody,
} from '../schemas/investigation.ts';
import { districtDisclosed, routeDisclosed } from '../schemas/investigation-shown.ts';
import { ofRoute, ofVisit } from '../schemas/params.ts';

const route = {
  tag: 'investigation',
  about: 'route',
  params: ofRoute,
  name: 'routeId',
  action: 'route:investigate',
  problems: ['route'],
} as const;
const visit = { ...route, params: ofVisit, names: { visitId: 'part' } } as const;
const disclosing = {
  tag: 'investigation',
  action: 'disclosure:read',
} as const;

/** What to do where nothing is shown because no rule says what. */
const withWords = <Shown extends Pick<DistrictDisclosure, 'withoutRule'>>(
  { withoutRule, ...shown }: Shown,
  language: keyof Words,
) => ({
  ...shown,
  withoutRule: withoutRule.map((one) => ({ ...one, todo: unruled(one.statedBy)[language] })),
});
const unruled = (statedBy: string | null): Words =>
  statedBy === null
    ? {
        ko: '이 감염병의 지침에는 동선 공개 규칙(routeDisclosure)이 없어 공개할 것이 없습니다. 규칙을 담은 지침을 공표하면(POST /protocols) 나타납니다.',
        en: 'Nothing is shown: no protocol for this disease has a rule of disclosure (routeDisclosure). It appears once one is published that has (POST /protocols).',
      }
    : {
        ko: `이 사례들에 적용되는 지침에는 동선 공개 규칙(routeDisclosure)이 없어 공개할 것이 없습니다. 규칙은 ${statedBy}부터 있습니다. 적용 지침을 GET /protocols에서 확인하세요.`,
        en: `Nothing is shown: the protocol that governs these cases has no rule of disclosure (routeDisclosure). ${statedBy} is the first that has one; see GET /protocols for those in force.`,
      };

/** 확진자 동선: where a case was and when, how sure that is, and what the public is told of it. */
export const MOVEMENT_ROUTES: readonly Endpoint[] = [
  command(
    {
      ...route,
      path: '/routes/:id/visits',
      does: {
        ko: '확진자가 다녀간 장소와 시각을 근거와 함께 기록합니다.',
        en: 'Records where the case was and when, with the source that says so.',
      },
      more: {
        ko: '같은 장소, 같은 시간의 기록이 이미 있으면 새 방문이 아니라 근거로 더해집니다. placeId는 장소 코드이며 주소를 적지 않습니다.',
        en: 'What tells of a visit that is known already adds to its evidence. placeId is the code of the place, never an address.',
      },
      body: visitBody,
      example: {
        source: 'interview',
        placeId: 'REST-1042',
        district: '11110',
        from: '2026-11-18T19:00:00+09:00',
        to: '2026-11-18T20:30:00+09:00',
      },
    },
    (requests, ask) => requests.recordVisit(ask),
  ),
  command(
    {
      ...visit,
      path: '/routes/:id/visits/:visitId/establishment',
      does: {
        ko: '방문을 사실로 인정합니다.',
        en: 'Establishes a visit: the case was there at that time.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.establishVisit(ask),
  ),
  command(
    {
      ...visit,
      path: '/routes/:id/visits/:visitId/rejection',
      does: {
        ko: '사실이 아닌 방문을 사유와 함께 동선에서 제외합니다.',
        en: 'Rejects a visit that did not take place, and says why.',
      },
      body: visitRejectionBody,
      example: { reason: 'another-person' },
    },
    (requests, ask) => requests.rejectVisit(ask),
  ),
  command(
    {
      ...visit,
      path: '/routes/:id/visits/:visitId/times',
      does: { ko: '방문한 시각을 바로잡습니다.', en: 'Corrects the times of a visit.' },
      body: visitTimesBody,
      example: { from: '2026-11-18T19:10:00+09:00', to: '2026-11-18T20:20:00+09:00' },
    },
    (requests, ask) => requests.correctVisitTimes(ask),
  ),
  command(
    {
      ...route,
      path: '/routes/:id/contacts-found',
      does: {
        ko: '그 장소의 접촉자를 모두 찾았다고 기록합니다.',
        en: 'Records that all contacts at a place are found.',
      },
      more: {
        ko: '지침에 따라, 접촉자를 모두 찾은 장소는 동선 공개에서 빠집니다.',
        en: 'Where the protocol says so, the place is left out of what the public is told.',
      },
      body: contactsFoundBody,
      example: { placeId: 'REST-1042' },
    },
    (requests, ask) => requests.declareAllContactsFound(ask),
  ),
  command(
    {
      ...route,
      path: '/routes/:id/contacts-found/withdrawal',
      does: {
        ko: '접촉자를 모두 찾았다는 기록을 취소합니다. 그 장소는 다시 공개될 수 있습니다.',
        en: 'Takes back that all contacts at a place are found. The place may be told to the public again.',
      },
      body: contactsFoundBody,
      example: { placeId: 'REST-1042' },
    },
    (requests, ask) => requests.withdrawAllContactsFound(ask),
  ),
  command(
    {
      ...route,
      path: '/routes/:id/finish',
      does: {
        ko: '동선 조사를 마칩니다. 모든 방문을 인정하거나 제외한 뒤에 할 수 있습니다.',
        en: 'Finishes the route, once every visit is established or rejected.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.finishRoute(ask),
  ),
  command(
    {
      ...route,
      path: '/routes/:id/reopening',
      does: {
        ko: '마친 동선 조사를 사유와 함께 다시 엽니다.',
        en: 'Reopens a finished route, and says why.',
      },
      body: reopeningBody,
      example: { reason: 'new-evidence' },
    },
    (requests, ask) => requests.reopenRoute(ask),
  ),
  reading(
    {
      ...disclosing,
      about: 'route',
      params: ofRoute,
      query: routeDisclosureQuery,
      path: '/routes/:id/disclosure',
      does: {
        ko: '한 동선에서 지금 공개할 장소와 시각을 봅니다. 개인에 관한 내용은 없습니다.',
        en: 'The places and times of one route that may be told to the public now. Nothing of the person is in it.',
      },
      more: {
        ko: '조사를 마친 동선만, 지침이 정한 기간만 나옵니다. 접촉자를 모두 찾은 장소는 동선에 먼저 등록하세요.',
        en: 'Only of a finished route, and only for as long as the protocol says. Declare first on the route where all contacts are found.',
      },
      shows: routeDisclosed,
    },
    async ({ requests }, { params: { routeId }, language }) => ({
      body: { routeId, ...withWords(await requests.discloseRoute({ routeId }), language) },
    }),
  ),
  reading(
    {
      ...disclosing,
      path: '/disclosure',
      query: disclosureQuery,
      districtOf: ({ query }) => query.district,
      does: {
        ko: '한 관할에서 지금 공개할 장소와 시각을 봅니다. 몇 명이 다녀갔는지 드러나지 않게 합친 목록입니다.',
        en: 'The places and times in a district that may be told to the public now, in one list that does not show how many people there were.',
      },
      more: {
        ko: '조사를 마친 동선만 나옵니다. 적용되는 지침에 공개 규칙이 없는 감염병은 `withoutRule`에 이유와 함께 나옵니다.',
        en: 'Only of finished routes. A disease of which no protocol in force says what is shown stands under `withoutRule`, with the reason.',
      },
      shows: districtDisclosed,
    },
    async ({ requests }, { query: { district }, language }) => ({
      body: { district, ...withWords(await requests.discloseDistrict({ district }), language) },
    }),
  ),
];
