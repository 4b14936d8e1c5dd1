import { reachOf } from '../access/staff.ts';
import { listing, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { ofCase } from '../schemas/params.ts';
import { clustersQuery, degreesQuery } from '../schemas/tracing.ts';
import {
  coVisitorsShown,
  findingsShown,
  placeClusterShown,
  tracedContactsShown,
  transmissionShown,
} from '../schemas/tracing-shown.ts';

const aCase = { tag: 'contacts', about: 'case', params: ofCase, action: 'contact:trace' } as const;

/** 접촉자 추적: who was where a case was, and who infected whom. Ids and codes only: nobody is identified by it. */
export const TRACING: readonly Endpoint[] = [
  reading(
    {
      ...aCase,
      path: '/cases/:id/co-visitors',
      does: {
        ko: '사례와 같은 시간에 같은 장소에 있던 사람을 봅니다. 접촉자로 등록할 후보입니다.',
        en: 'Who was at the same place at the same time as the case: candidates for naming as contacts.',
      },
      more: {
        ko: '지침의 접촉자 기준이 정한 날짜(window) 안에서 이른 순으로 500건까지 봅니다. grade와 next는 머문 시간만으로 지침이 말하는 것이고, missing은 사람에게 물어야 할 사실입니다. contactId가 있으면 이미 등록된 접촉자입니다.',
        en: 'Within the days that count by the protocol (window), the earliest 500 first. grade and next are what the protocol says of the time alone; missing is what somebody has to be asked. With a contactId they are named already.',
      },
      shows: coVisitorsShown,
    },
    async ({ requests }, { params }) => ({ body: await requests.coVisitors(params.caseId) }),
  ),
  reading(
    {
      ...aCase,
      path: '/cases/:id/contact-degrees',
      does: {
        ko: '사례의 접촉자와 그 접촉자의 접촉자를 3단계까지 봅니다.',
        en: 'Contacts of a case, and contacts of those who became cases themselves, up to three degrees away.',
      },
      more: {
        ko: '가까운 단계부터 한 사람씩 한 번 나옵니다. 다른 관할의 접촉자는 id와 관할만 보입니다. whole이 false이면 너무 많아 일부만 읽은 것입니다.',
        en: 'Nearest first, each person once. Of contacts of other districts only ids and the district are told. With whole: false there are too many, and some were left out.',
      },
      query: degreesQuery,
      shows: tracedContactsShown,
    },
    async ({ requests }, { params, query, staff }) => ({
      body: await requests.traceContacts({ ...params, ...query, reach: reachOf(staff, 'contact:trace') }),
    }),
  ),
  reading(
    {
      ...aCase,
      path: '/cases/:id/transmission',
      does: {
        ko: '사례가 누구에게서 감염되었고 누구를 감염시켰는지 모든 세대에 걸쳐 봅니다.',
        en: 'Who infected a case and whom it infected, over all generations.',
      },
      more: {
        ko: 'generation은 첫 사례가 0이고, serialInterval은 발병일 사이의 날수입니다. 다른 관할의 사례는 id와 관할만 보입니다. findings는 앞뒤가 맞지 않는 기록입니다.',
        en: 'The first case is generation 0; serialInterval counts days from onset to onset. Of cases of other districts only the id and the district are told. findings are records that contradict each other.',
      },
      shows: transmissionShown,
    },
    async ({ requests }, { params, staff }) => ({
      body: await requests.traceTransmission({ ...params, reach: reachOf(staff, 'contact:trace') }),
    }),
  ),
  reading(
    {
      tag: 'investigation',
      action: 'contact:trace',
      path: '/transmission-findings',
      does: {
        ko: '관할의 감염 연결 가운데 있을 수 없는 것을 봅니다. 순환, 여러 감염원, 맞지 않는 날짜입니다.',
        en: 'What cannot be in the infection network of your districts: circles, several infectors, impossible dates.',
      },
      more: {
        ko: 'caseIds와 contactIds의 기록 가운데 적어도 하나를 바로잡아야 합니다. 감염 연결이 틀렸으면 /contacts/{id}/transmission에 withdrawn을 보내 철회하십시오.',
        en: 'At least one record among caseIds and contactIds is to be corrected. If a transmission is wrong, send withdrawn to /contacts/{id}/transmission.',
      },
      shows: findingsShown,
    },
    async ({ requests }, { staff }) => ({
      body: await requests.networkFindings(reachOf(staff, 'contact:trace')),
    }),
  ),
  listing(
    {
      tag: 'investigation',
      action: 'contact:trace',
      path: '/place-clusters',
      does: {
        ko: '며칠 안에 여러 사례가 다녀간 장소를 봅니다. 인정된 방문만 셉니다.',
        en: 'Places that several cases visited within a few days, by established visits.',
      },
      more: {
        ko: '기본은 7일 안에 3건 이상입니다. 장소마다 사례가 가장 많은 기간 하나를 보이며, 다른 관할의 사례도 id와 관할만 함께 보입니다.',
        en: 'Three cases within seven days where nothing else is said. For each place the days with the most cases are told, with the ids and districts of all of them.',
      },
      query: clustersQuery,
      item: placeClusterShown,
    },
    ({ placeClusters }, { query, staff }) => placeClusters(query, reachOf(staff, 'contact:trace')),
    ({ district, placeId }) => `${district}:${placeId}`,
  ),
];
