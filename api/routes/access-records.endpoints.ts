import { Readable } from 'node:stream';
import { accessPage } from '../access/access-page.ts';
import { reachOf } from '../access/staff.ts';
import { listing } from '../contract/builders.ts';
import type { Asked, Endpoint } from '../contract/endpoint.ts';
import type { AccessCursor, PersonAccess } from '../read-models/access-list.ts';
import {
  accessListQuery,
  accessShown,
  personAccessQuery,
  personAccessShown,
} from '../schemas/access-records.ts';
import { ofPerson } from '../schemas/params.ts';

type Page = Readonly<{ items: readonly PersonAccess[]; nextCursor: string | null }>;
const cursorOf = ({ at, chain, position }: AccessCursor): string => `${at}~${chain}~${position}`;

const personAccess = listing(
  {
    path: '/people/:id/access-list',
    tag: 'access-records',
    does: {
      ko: '한 사람의 기록을 누가 언제 왜 열람했는지 봅니다. 본인이 요청하면 인쇄해 드립니다.',
      en: 'Who opened the record of one person, when and why: to be printed for the person who asks.',
    },
    more: {
      ko: '`Accept: text/plain`이면 인쇄용 한영 목록입니다. 합쳐진 기록의 열람도 포함합니다. 직원 계정은 나오지 않습니다.',
      en: 'With `Accept: text/plain` it is a list to print, in both languages. Records that were merged with it count too. No account of a member of staff is in it.',
    },
    action: 'audit:read',
    about: 'person',
    params: ofPerson,
    query: personAccessQuery,
    item: personAccessShown,
  },
  async ({ accessOfPerson }, { params, query }) => accessOfPerson(params.personId, query),
  cursorOf,
);

/** Who opened what: for auditors, and for the person concerned. */
export const ACCESS_RECORDS: readonly Endpoint[] = [
  listing(
    {
      path: '/access-records',
      tag: 'access-records',
      does: {
        ko: '접속기록을 새것부터 봅니다. 책임자는 관할 사람의 기록만 봅니다.',
        en: 'Who opened or changed what, the newest first. Who leads an office sees what is about people of theirs.',
      },
      more: {
        ko: '`from`은 포함, `to`는 제외입니다. 어느 관할에도 속하지 않는 기록은 전국을 보는 사람에게만 보입니다.',
        en: '`from` counts, `to` does not. What belongs to no district is seen by whoever sees the whole country.',
      },
      action: 'audit:read',
      query: accessListQuery,
      names: { person: 'filter', case: 'filter' },
      item: accessShown,
    },
    async ({ accessList }, { query, staff }) => accessList(query, reachOf(staff, 'audit:read')),
    cursorOf,
  ),
  printable(personAccess),
];

/** The same page as text, where the client asks for that. */
function printable(one: Endpoint): Endpoint {
  return {
    ...one,
    answer: { ...one.answer, alsoAs: 'text/plain' },
    handle: async (uses, asked: Asked<never, never, never>) => {
      const answer = await one.handle(uses, asked);
      const { params, request }: Asked<Readonly<{ personId: string }>, never, never> = asked;
      if (request.accepts(['application/json', 'text/plain']) !== 'text/plain') return answer;
      const { items, nextCursor } = answer.body as Page;
      return {
        ...answer,
        headers: { ...answer.headers, vary: 'accept' },
        type: 'text/plain; charset=utf-8',
        lines: Readable.from(accessPage(params.personId, items, nextCursor)),
      };
    },
  };
}
