import type { Subject } from '../contract/endpoint.ts';
import type { Words } from '../problem.ts';
import type { PersonAccess } from '../read-models/access-list.ts';
import { inSeoul } from '../words.ts';
import { REASONS } from './reasons.ts';
import { ROLES } from './roles.ts';

const KINDS: Readonly<Record<Subject, Words>> = {
  'bulk-run': { ko: '일괄 처리', en: 'bulk run' },
  case: { ko: '환자 사례', en: 'case' },
  clinic: { ko: '선별진료소', en: 'screening clinic' },
  contact: { ko: '접촉 기록', en: 'contact' },
  export: { ko: '내보내기', en: 'export' },
  'hand-over': { ko: '관할 이관', en: 'hand-over' },
  'information-request': { ko: '정보 제공 요청', en: 'look-up of records' },
  isolation: { ko: '격리', en: 'isolation or quarantine' },
  'living-support': { ko: '생활지원', en: 'living support' },
  person: { ko: '인적 사항', en: 'personal record' },
  route: { ko: '동선', en: 'route' },
  'staff-account': { ko: '직원 계정', en: 'staff account' },
  supplies: { ko: '지원 물품', en: 'supplies' },
  survey: { ko: '설문', en: 'survey' },
  task: { ko: '업무', en: 'task' },
  test: { ko: '진단검사', en: 'test' },
  'webhook-subscription': { ko: '알림 구독', en: 'subscription to events' },
};
const LIST: Words = { ko: '목록', en: 'list' };
const READ: Words = { ko: '열람', en: 'read' };
/** By itself, to another system that has subscribed. */
const SENT: Words = { ko: '전송', en: 'sent' };
const CHANGED: Words = { ko: '변경', en: 'changed' };
const REFUSED: Words = { ko: '거부됨', en: 'refused' };
/** Their own work, or a page that says not who it is about. */
const NO_REASON: Words = { ko: '밝힐 필요 없음', en: 'none needed' };
const UNTOLD: Words = { ko: '밝히지 않음', en: 'none given' };
const UNKNOWN: Words = { ko: '확인되지 않은 사람', en: 'somebody unknown' };

/** The words of a code; what an older version wrote is shown as it is. */
const said = (words: Readonly<Record<string, Words>>, code: string): Words =>
  words[code] ?? { ko: code, en: code };
const both = ({ ko, en }: Words): string => `${ko} ${en}`;

/** What a person is given who asks who opened their record, to be printed: Korean and English beside each other. */
export function* accessPage(
  personId: string,
  accesses: readonly PersonAccess[],
  nextCursor: string | null,
): Iterable<string> {
  yield `개인정보 접속기록 · Who opened your record\n`;
  yield `대상 record: ${personId}\n`;
  yield `시각은 서울 기준입니다. 새 기록이 먼저 나옵니다. Times are Seoul’s; the newest comes first.\n\n`;
  if (accesses.length === 0) yield `기록이 없습니다. Nobody has opened it.\n`;
  for (const access of accesses) yield `${entryOf(access)}\n`;
  if (nextCursor !== null)
    yield `이어지는 기록이 있습니다. There is more: ?cursor=${encodeURIComponent(nextCursor)}\n`;
}

function entryOf(access: PersonAccess): string {
  const { at, roles, offices, subjectKind, outcome, chain, position } = access;
  const who = roles.length === 0 ? both(UNKNOWN) : roles.map((role) => both(nameOf(role))).join(', ');
  const did = didOf(access);
  const what = subjectKind === null ? LIST : said(KINDS, subjectKind);
  return [
    `${inSeoul(at).slice(0, 19).replace('T', ' ')}  ${both(what)}: ${both(outcome === 'refused' ? REFUSED : did)}`,
    `  누가 who       ${who}`,
    `  기관 office    ${offices.length === 0 ? '-' : offices.join(', ')}`,
    `  사유 reason    ${both(whyOf(access))}`,
    `  번호 number    ${chain}/${position}`,
    '',
  ].join('\n');
}

/** A search is sent as a POST, for nothing of a person stands in an address. */
const isReading = ({ endpoint, action }: PersonAccess): boolean =>
  endpoint.startsWith('GET ') || /:(read|identify)$/.test(action ?? '');
const didOf = (access: PersonAccess): Words => {
  if (isSending(access)) return SENT;
  return isReading(access) ? READ : CHANGED;
};
const isSending = ({ endpoint }: PersonAccess): boolean => endpoint.startsWith('SEND ');

const whyOf = ({ outcome, reason }: PersonAccess): Words => {
  if (reason !== null) return said(REASONS, reason);
  return outcome === 'refused' ? UNTOLD : NO_REASON;
};

const nameOf = (role: string): Words => {
  const known: Readonly<Record<string, Readonly<{ name: Words }>>> = ROLES;
  return known[role]?.name ?? { ko: role, en: role };
};
