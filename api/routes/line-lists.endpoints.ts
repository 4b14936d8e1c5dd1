import { chosenCases, chosenContacts } from '../chosen-lines.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { pageOf } from '../contract/shapes.ts';
import { caseLinesQuery, contactLinesQuery } from '../schemas/line-list-queries.ts';
import { caseLine, contactLine } from '../schemas/line-lists.ts';
import { linesPage } from './line-list.ts';

const COLUMNS = {
  ko: 'columns를 되풀이해 열을 고르고, 조건도 되풀이할 수 있습니다. 날짜는 서울 기준이며 From과 To의 날이 모두 들어갑니다. name, dateOfBirth, phone을 고르면 신원을 볼 권한이 있는 관할의 것만 그대로 나오고 나머지는 가려집니다. 그때는 Access-Reason 헤더로 이유를 밝히며, 사람마다 열람 기록이 남습니다. sort의 순서에서 값이 없는 것은 뒤에 나옵니다.',
  en: 'Repeat columns to choose them; filters may be repeated too. Days are Seoul’s, and both the day of From and that of To count. With name, dateOfBirth or phone, people are shown as they are where you may identify them, and masked elsewhere; then say why with the header Access-Reason: each of them is on record. Whatever the order by sort, what is not known comes last.',
};

/** 사례와 접촉자의 라인리스트. */
export const LINE_LISTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/cases',
      tag: 'cases',
      does: {
        ko: '사례의 라인리스트를 봅니다. 따로 정하지 않으면 새것부터 나옵니다.',
        en: 'The line list of cases, the newest first unless you say otherwise.',
      },
      more: COLUMNS,
      action: 'case:read',
      query: caseLinesQuery,
      names: { personId: 'filter' },
      problems: ['access/reason-missing'],
      answer: { status: 200, schema: pageOf(caseLine), etag: true },
    },
    (uses, asked) =>
      linesPage(uses, asked, {
        action: 'case:read',
        kind: 'case',
        id: 'caseId',
        usually: ['version', 'stage', 'district', 'classification', 'openedAt', 'nextDueAt'],
        chosen: chosenCases(asked.query),
        read: uses.caseLines,
      }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/contacts',
      tag: 'contacts',
      does: {
        ko: '접촉자의 라인리스트를 봅니다. 따로 정하지 않으면 새것부터 나옵니다.',
        en: 'The line list of contacts, the newest first unless you say otherwise.',
      },
      more: COLUMNS,
      action: 'case:read',
      query: contactLinesQuery,
      names: { sourceCaseId: 'filter', personId: 'filter' },
      problems: ['access/reason-missing'],
      answer: { status: 200, schema: pageOf(contactLine), etag: true },
    },
    (uses, asked) =>
      linesPage(uses, asked, {
        action: 'case:read',
        kind: 'contact',
        id: 'contactId',
        usually: [
          'version',
          'status',
          'stage',
          'district',
          'sourceCaseId',
          'dateOfLastExposure',
          'followUpUntil',
        ],
        chosen: chosenContacts(asked.query),
        read: uses.contactLines,
      }),
  ),
];
