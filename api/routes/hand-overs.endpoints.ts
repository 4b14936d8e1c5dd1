import { reachOf } from '../access/staff.ts';
import { refusedAs } from '../contract/absent.ts';
import { command, creation, listing, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { historyInWords } from '../event-words/event-words.ts';
import { nothing } from '../schemas/basics.ts';
import {
  handOverBody,
  handOverListed,
  handOverListQuery,
  handOverRejectionBody,
  handOverShown,
} from '../schemas/hand-overs.ts';
import { ofCase, ofHandOver } from '../schemas/params.ts';

const handOver = {
  tag: 'cases',
  about: 'hand-over',
  params: ofHandOver,
  name: 'handOverId',
  problems: ['hand-over'],
} as const;

/** 관할 이관: offered by one district, answered by the other. */
export const HAND_OVERS: readonly Endpoint[] = [
  creation(
    {
      tag: 'cases',
      about: 'case',
      params: ofCase,
      path: '/cases/:id/hand-overs',
      does: {
        ko: '사례를 다른 관할에 넘기자고 제안합니다. 받는 관할이 수락할 때까지 지금 관할이 맡습니다.',
        en: 'Offers a case to another district. Yours stays responsible until the other one accepts.',
      },
      more: {
        ko: '24시간 안에 답이 없으면 제안은 끝나고 사례는 그대로 남습니다. reason이 moved이면 사람의 관할도 바뀌고 옛 주소는 지워집니다. 접촉자는 각자 사는 곳의 관할에 남습니다.',
        en: 'Without an answer within 24 hours it lapses and the case stays. With the reason moved the person’s record moves too, and the old address goes. Contacts stay with the district in which they live.',
      },
      action: 'case:hand-over',
      body: handOverBody,
      example: { to: '11140', reason: 'moved' },
      name: 'handOverId',
      at: '/hand-overs',
      makes: 'hand-over',
      problems: ['hand-over', 'case/not-found'],
    },
    (requests, ask) => requests.offerHandOver(ask),
  ),
  listing(
    {
      path: '/hand-overs',
      tag: 'cases',
      does: {
        ko: '우리 관할로 오거나 우리 관할에서 나가는 이관을 최근 것부터 봅니다.',
        en: 'What is offered to your district, and what yours has offered, the newest first.',
      },
      more: {
        ko: 'direction=incoming은 받을 것, outgoing은 보낸 것입니다. stage=offered는 답을 기다리는 것입니다.',
        en: 'direction=incoming is what comes to you, outgoing what you gave. stage=offered waits for an answer.',
      },
      action: 'case:read',
      query: handOverListQuery,
      item: handOverListed,
    },
    ({ handOverList }, { query, staff }) => handOverList(query, reachOf(staff, 'case:read')),
    ({ handOverId }) => handOverId,
  ),
  reading(
    {
      ...handOver,
      path: '/hand-overs/:id',
      does: {
        ko: '이관의 사유와 기한, 지금 상태와 이력을 봅니다. 보내는 관할과 받는 관할이 모두 볼 수 있습니다.',
        en: 'Why a case is offered, until when, and where the hand-over stands. Both districts may read it.',
      },
      more: {
        ko: 'caseStage는 사례의 지금 단계입니다. 이관이 끝나면 사례를 맡은 관할에만 보이고, 다른 관할에는 null입니다.',
        en: 'caseStage is where the case stands now. Once the hand-over is over only the district that has the case sees it; for the other one it is null.',
      },
      action: 'case:read',
      shows: handOverShown,
    },
    async ({ handOverPage, processUrl }, { params: { handOverId }, staff }) => {
      const page = await handOverPage(handOverId, reachOf(staff, 'case:read'));
      if (page === undefined) throw refusedAs('hand-over');
      return {
        version: page.version,
        body: {
          ...page,
          history: historyInWords(page.history),
          processUrl: processUrl(`hand-over/${handOverId}`),
        },
      };
    },
  ),
  command(
    {
      ...handOver,
      path: '/hand-overs/:id/acceptance',
      does: {
        ko: '이관을 수락합니다. 사례와 그에 딸린 격리, 물품, 동선, 조회, 과업이 우리 관할로 옵니다.',
        en: 'Accepts a hand-over. The case comes to your district with its isolation, supplies, route, look-ups and tasks.',
      },
      more: {
        ko: '보낸 관할의 전담공무원과 과업 담당자는 맡은 일에서 빠집니다. 옮겨 온 뒤 전담공무원을 지정하고(/isolations/{id}/officer) 과업을 나누세요.',
        en: 'Officer and owners of tasks of the other district have them no more. Once everything has come, name an officer (/isolations/{id}/officer) and share out the tasks.',
      },
      action: 'case:hand-over',
      side: 'to',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.acceptHandOver(ask),
  ),
  command(
    {
      ...handOver,
      path: '/hand-overs/:id/rejection',
      does: {
        ko: '이관을 거절합니다. 보낸 관할이 사유와 함께 알게 됩니다.',
        en: 'Rejects a hand-over. The district that offered it is told why.',
      },
      action: 'case:hand-over',
      side: 'to',
      body: handOverRejectionBody,
      example: { reason: 'not-ours' },
    },
    (requests, ask) => requests.rejectHandOver(ask),
  ),
  command(
    {
      ...handOver,
      path: '/hand-overs/:id/withdrawal',
      does: {
        ko: '답하기 전의 이관을 철회합니다.',
        en: 'Withdraws a hand-over that nobody has answered yet.',
      },
      action: 'case:hand-over',
      side: 'from',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.withdrawHandOver(ask),
  ),
];
