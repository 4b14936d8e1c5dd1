import type { ExchangeCode } from '../../domain/shared-kernel/error-codes/exchange.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const EXCHANGE: Refusals<ExchangeCode> = {
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
