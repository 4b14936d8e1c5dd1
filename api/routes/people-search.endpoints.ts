import { identifiesIn, identityShown } from '../access/identification.ts';
import { reasonOf } from '../access/reasons.ts';
import { reachOf } from '../access/staff.ts';
import { refuse } from '../api-problems.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { pageOf } from '../contract/shapes.ts';
import { peopleSearchBody, personFound } from '../schemas/people-search.ts';

/** Finding somebody by what they say of themselves. No name is ever in an address: a search is sent. */
export const PEOPLE_SEARCH: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/people/searches',
      tag: 'people',
      does: {
        ko: '이름, 초성, 연락처, 신고번호, 생년월일로 관할의 사람을 찾습니다.',
        en: 'Finds people of your districts by name, initial consonants, telephone, registry number or birth date.',
      },
      more: {
        ko: '보낸 조건에 모두 맞는 사람이 새로 등록된 순으로 나옵니다. 이름은 전체 또는 앞의 두 글자 이상, 초성은 ㅎㄱㄷ처럼 두 자 이상, 로마자 이름은 단어로 찾습니다. `caseIds`는 관할에 있는 그 사람의 사례로, 합쳐진 기록의 것도 포함합니다. 찾은 사람마다 열람 기록이 남으므로 Access-Reason 헤더로 이유를 밝힙니다. 신원을 볼 권한이 없는 관할의 사람은 가려서 나옵니다. 다음 쪽은 nextCursor를 cursor로 보냅니다.',
        en: 'All that you send has to fit; the newest record comes first. A Korean name is found whole or by its first two syllables or more, its initials likewise (ㅎㄱㄷ), a name in Latin letters by its words. `caseIds` are their cases in your districts, of merged records too. Everybody found is on record: say why with the header Access-Reason. Where you may not identify people they are masked. For the next page send nextCursor as cursor.',
      },
      action: 'person:read',
      body: peopleSearchBody,
      example: { initials: 'ㅎㄱㄷ', birthDate: '1980-01-02' },
      problems: ['access/reason-missing', 'person/name-empty', 'person/name-too-long'],
      answer: { status: 200, schema: pageOf(personFound) },
    },
    async ({ requests, casesOfPeople }, { body: { cursor, ...sought }, staff, request }) => {
      if (reasonOf(request) === undefined) throw refuse('access/reason-missing');
      const isWhole = identifiesIn({ staff, request });
      const within = reachOf(staff, 'person:read');
      const found = await requests.searchPeople({ ...sought, within, after: cursor });
      const cases = await casesOfPeople(
        found.map(({ personId }) => personId),
        reachOf(staff, 'case:read'),
      );
      const items = found.map((person) => {
        const { personId, version, stage, district } = person;
        const identified = isWhole(district);
        const caseIds = cases.get(personId) ?? [];
        const shown = { personId, version, stage, district, identified, caseIds };
        return { ...shown, ...identityShown(person, identified) };
      });
      const last = items.length === sought.limit ? items.at(-1) : undefined;
      return {
        body: { items, nextCursor: last?.personId ?? null },
        shown: items.map(({ personId }) => ({ kind: 'person', id: personId, personId })),
      };
    },
  ),
];
