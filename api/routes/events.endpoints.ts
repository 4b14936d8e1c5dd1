import { reachOf } from '../access/staff.ts';
import { nextPage } from '../contract/builders.ts';
import { endpoint, type Endpoint, type Shown, type Subject } from '../contract/endpoint.ts';
import { eventsPage, eventsQuery } from '../schemas/exchange.ts';
import { forPeople } from '../words.ts';

/** The change feed: what other systems read instead of asking for everything again. */
export const EVENTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/events',
      tag: 'events',
      load: 'waiting',
      does: {
        ko: '일어난 일을 일어난 순서대로, 지난번에 읽은 곳 다음부터 봅니다.',
        en: 'What happened, in order, from where one has read before.',
      },
      more: {
        ko: 'nextCursor를 다음 요청의 after로 보냅니다. 빈 페이지에도 있습니다. more가 true면 바로 다시 읽고, false면 잠시 뒤에 읽거나 wait(초, 최대 20)로 기다립니다. 빠지는 일이 없고, 같은 eventId는 한 번만 옵니다. aggregate는 case 또는 case:id, type은 여러 번 쓸 수 있습니다. 사례에 속하지 않는 일은 전국 권한이 있어야 보입니다. 접촉자의 일은 접촉자의 관할에 보이고, 사례의 관할에는 등록된 사실만 보입니다.',
        en: 'Send nextCursor as after of the next request; an empty page has one too. Where more is true, read on at once; else come again later, or let wait (seconds, 20 at most) hold the request open. Nothing is left out and no eventId comes twice. aggregate is case, or case:id; type may be repeated. What belongs to no case is shown to whoever may read the whole country. What becomes of a contact is shown where the contact lives; where the case is, only that they were named.',
      },
      action: 'events:read',
      query: eventsQuery,
      answer: { status: 200, schema: eventsPage, etag: true },
    },
    async ({ requests }, { query, staff, request }) => {
      const { after = '0-0', type: types, aggregate, limit, wait: seconds } = query;
      const page = await requests.readEvents(
        { after, types, aggregate, limit, reach: reachOf(staff, 'events:read') },
        { seconds, isGone: () => request.socket.destroyed },
      );
      const { events, cursor, more } = page;
      const shown = new Map<string, Shown>();
      for (const { caseId, aggregate } of events) {
        const kind = aggregate.kind as Subject;
        if (caseId === null) shown.set(aggregate.id, { kind, id: aggregate.id });
        // Another person than the one whose case it is.
        else if (kind === 'contact') shown.set(aggregate.id, { kind, id: aggregate.id, caseId });
        else shown.set(caseId, { kind: 'case', id: caseId, caseId });
      }
      return {
        body: { items: forPeople(events), nextCursor: cursor, more },
        headers: { link: nextPage(request.originalUrl, cursor, 'after') },
        shown: [...shown.values()],
      };
    },
  ),
];
