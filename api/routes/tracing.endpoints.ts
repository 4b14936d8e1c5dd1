import { reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { ofCase } from '../schemas/params.ts';
import { coVisitorsShown } from '../schemas/tracing-shown.ts';

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
];
