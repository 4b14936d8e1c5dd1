import type { ExchangeCode } from '../../domain/shared-kernel/error-codes/exchange.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const EXCHANGE: Refusals<ExchangeCode> = {
  'export/not-found': absent(
    '해당 내보내기 요청이 없습니다. GET /exports에서 번호를 확인하세요.',
    'There is no such export. Look for its id in GET /exports.',
  ),
  'export/already-requested': rule(
    '이미 있는 내보내기 요청입니다. 그 요청을 조회하세요.',
    'The export exists already. Read it.',
  ),
  'export/already-decided': rule(
    '이미 승인되거나 반려된 요청입니다. 요청을 조회해 결과를 확인하세요.',
    'It is decided already. Read it to see how.',
  ),
  'export/own-request': rule(
    '본인의 요청은 본인이 결정할 수 없습니다. 다른 책임자에게 맡기세요.',
    'Nobody decides on a request of their own. Leave it to another supervisor or director.',
  ),
  'export/not-approved': rule(
    '아직 승인되지 않았거나 반려된 요청입니다. 승인을 기다리거나 사유를 보고 다시 요청하세요.',
    'It is not approved, or was refused. Wait for the approval, or see why and ask anew.',
  ),
  'export/of-another': rule(
    '요청한 사람만 파일을 받을 수 있습니다. 필요하면 직접 요청하세요.',
    'Only who asked for it takes the file. Ask for one of your own.',
  ),
  'export/too-late': rule(
    '기한이 지났습니다. 필요하면 새로 요청하세요.',
    'Its time is over. Ask anew if you still need it.',
  ),
  'export/taken-too-often': rule(
    '받을 수 있는 횟수를 모두 썼습니다. 더 필요하면 새로 요청하세요.',
    'It was taken as often as it may be. Ask anew for more.',
  ),
  'export/nothing-identifying': invalid(
    '/columns',
    '신원을 나타내는 열이 없습니다. 승인 없이 GET /exports/cases.csv처럼 바로 받으세요.',
    'None of the columns says who somebody is: take it at once, without an approval, as with GET /exports/cases.csv.',
  ),
  'export/columns-malformed': invalid(
    '/columns',
    '열 이름이 올바르지 않거나 너무 많습니다. 라인리스트의 열 이름을 쓰세요.',
    'Columns are misspelt or too many. Use the names of the line list.',
  ),
  'export/filter-malformed': invalid(
    '/filters',
    '조건에 쓸 수 없는 값이 있습니다. 라인리스트와 같은 코드, 날짜, 번호를 쓰세요.',
    'A filter has a value that it cannot have. Use codes, days and ids as the line list takes them.',
  ),
  'webhook-subscription/not-found': absent(
    '해당 알림 구독이 없습니다. GET /webhook-subscriptions에서 번호를 확인하세요.',
    'There is no such subscription. Look for its id in GET /webhook-subscriptions.',
  ),
  'webhook-subscription/already-subscribed': rule(
    '이미 있는 구독입니다. 그 구독을 조회하세요.',
    'The subscription exists already. Read it.',
  ),
  'webhook-subscription/ended': rule(
    '끝난 구독입니다. 다시 받으려면 새로 구독하세요.',
    'The subscription has ended. Subscribe anew to receive again.',
  ),
  'webhook-subscription/dead-letter-not-found': absent(
    '보내지 못한 알림 목록에 없습니다. 이미 전달되었는지 목록을 다시 조회하세요.',
    'It is not among the dead letters. Read their list again: it may have been delivered.',
  ),
  'webhook-subscription/event-type-unknown': invalid(
    '/eventTypes',
    '없는 사건 종류가 있습니다. GET /events의 type에 나오는 이름을 쓰세요.',
    'It names a type of event that does not exist. Use names as they stand under type in GET /events.',
  ),
  'webhook-subscription/url-not-allowed': invalid(
    '/url',
    '공개된 이름의 https 주소만 쓸 수 있습니다. 계정, 물음표, #은 넣지 마세요.',
    'The address has to be https under a public name, without account, query or fragment.',
  ),
};
