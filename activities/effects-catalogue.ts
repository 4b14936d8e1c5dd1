import type { EffectSystem } from './ports/effect-log.ts';

/**
 * `by-key`: the partner knows our key, so the same key is asked again until its result is known: exactly once.
 * `at-most-once`: the partner knows no key; after a crash it is asked by our reference before anything is sent again,
 * and only once what was sent can no longer take effect there (`PARTNER_SETTLES_WITHIN_MILLISECONDS`). Every gap is found by
 * reconciliation.
 */
export type Guarantee = 'by-key' | 'at-most-once';

type Entry = Readonly<{
  /** Whose effect it is: the first part of its key. */
  owner:
    | 'case'
    | 'isolation'
    | 'supplies'
    | 'contact'
    | 'route'
    | 'information-request'
    | 'survey'
    | 'test'
    | 'living-support';
  system: EffectSystem;
  guarantee: Guarantee;
  /** The shape of its key: stable over retries, resets and rebuilds. */
  key: RegExp;
  ko: string;
  en: string;
}>;

const uuid = '[0-9a-f-]{36}';
const keyOf = (owner: string, step: string): RegExp => new RegExp(`^${owner}:${uuid}:${step}$`);
const sms = (owner: Entry['owner'], step: string, ko: string, en: string, prefix: string = owner) =>
  ({
    owner,
    system: 'sms',
    guarantee: 'at-most-once',
    key: keyOf(prefix, step),
    ko,
    en,
  }) as const satisfies Entry;

/** Of a day and a half hour: one for each round. */
const MONITORED = String.raw`monitoring:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}`;

/** Every effect that there is. One that is not listed does not compile; a key of another shape is refused. */
export const EFFECTS = {
  'test-order': {
    owner: 'case',
    system: 'pcr-laboratory',
    guarantee: 'by-key',
    key: keyOf('case', '(diagnostic|release)-test:\\d+(:again-\\d+)?'),
    ko: 'PCR 검사 의뢰',
    en: 'PCR test ordered',
  },
  registration: {
    owner: 'case',
    system: 'registry',
    guarantee: 'by-key',
    key: keyOf('case', 'registration'),
    ko: '확진자 등록',
    en: 'confirmed case registered',
  },
  'isolation-notice': sms('isolation', 'isolation-notice', '격리 통지', 'isolation notified', 'case'),
  'release-notice': sms('isolation', 'release-notice', '격리 해제 통지', 'release notified', 'case'),
  'quarantine-notice': sms('isolation', 'quarantine-notice', '자가격리 통지', 'quarantine notified'),
  'quarantine-release-notice': sms(
    'isolation',
    'quarantine-release-notice',
    '자가격리 해제 통지',
    'end of quarantine notified',
  ),
  'symptom-question': sms('case', 'symptom-question:\\d+-\\d+', '증상 확인 요청', 'asked for symptoms'),
  'watch-notice': sms('contact', 'watch-notice:\\d+', '접촉자 증상 관찰 안내', 'contact told to watch'),
  'watch-end-notice': sms('contact', 'watch-end-notice:\\d+', '접촉자 관찰 종료 안내', 'watch ended'),
  'contact-notice': sms('contact', 'contact-notice:\\d+', '접촉 사실 안내', 'told of the contact'),
  'quarantine-test-notice': sms(
    'contact',
    'quarantine-test-notice:\\d+',
    '접촉자 검사 안내',
    'contact asked to a test',
  ),
  'quarantine-test-order': {
    owner: 'contact',
    system: 'pcr-laboratory',
    guarantee: 'by-key',
    key: keyOf('contact', 'quarantine-test:\\d+'),
    ko: '접촉자 검사 의뢰',
    en: 'contact’s test ordered',
  },
  'check-reminder': sms('isolation', 'check-reminder:\\d+', '격리 확인 재요청', 'reminded of a check'),
  'essentials-question': sms('supplies', 'essentials-question', '필수품 확인 요청', 'asked for essentials'),
  'supplies-delayed': sms('supplies', 'supplies-delayed:\\d+', '물품 지연 안내', 'told of the delay'),
  'supplies-cancelled': sms('supplies', 'supplies-cancelled', '물품 취소 안내', 'told that nothing comes'),
  'supplies-payment': {
    owner: 'supplies',
    system: 'payment',
    guarantee: 'by-key',
    key: keyOf('supplies', 'payment:\\d+'),
    ko: '물품 결제',
    en: 'supplies paid',
  },
  'supplies-refund': {
    owner: 'supplies',
    system: 'payment',
    guarantee: 'by-key',
    key: keyOf('supplies', 'refund:\\d+'),
    ko: '물품 환불',
    en: 'supplies refunded',
  },
  'supplies-refund-rest': {
    owner: 'supplies',
    system: 'payment',
    guarantee: 'by-key',
    key: keyOf('supplies', 'refund:\\d+-\\d+'),
    ko: '물품 환불 잔액',
    en: 'rest of a refund',
  },
  'supplies-parcel': {
    owner: 'supplies',
    system: 'delivery',
    guarantee: 'by-key',
    key: keyOf('supplies', 'parcel:\\d+'),
    ko: '물품 발송',
    en: 'supplies shipped',
  },
  'supplies-call-off': {
    owner: 'supplies',
    system: 'delivery',
    guarantee: 'by-key',
    key: keyOf('supplies', 'call-off:\\d+'),
    ko: '물품 주문 철회',
    en: 'order called off at the supplier',
  },
  'not-a-case-notice': sms('case', 'not-a-case-notice', '음성 통지', 'told the negative result'),
  'case-monitoring': sms('case', MONITORED, '재택치료 모니터링', 'home treatment monitored'),
  'contact-monitoring': sms('contact', MONITORED, '접촉자 모니터링', 'contact monitored'),
  'survey-form': {
    owner: 'survey',
    system: 'survey',
    guarantee: 'by-key',
    key: keyOf('survey', 'form'),
    ko: '동선 설문 개설',
    en: 'route interview opened',
  },
  'survey-form-withdrawal': {
    owner: 'survey',
    system: 'survey',
    guarantee: 'by-key',
    key: keyOf('survey', 'withdrawal'),
    ko: '동선 설문 회수',
    en: 'route interview withdrawn',
  },
  'interview-link': sms('survey', 'link', '동선 설문 링크', 'asked for the route by a link'),
  'interview-reminder': sms('survey', 'reminder', '동선 설문 재요청', 'reminded of the route interview'),
  'entry-log-request': {
    owner: 'information-request',
    system: 'entry-log',
    guarantee: 'by-key',
    key: keyOf('information-request', 'entry-log-submission'),
    ko: '전자출입명부 조회 요청',
    en: 'entry log asked for',
  },
  'card-history-request': {
    owner: 'information-request',
    system: 'card-history',
    guarantee: 'by-key',
    key: keyOf('information-request', 'card-history-submission'),
    ko: '카드 승인 내역 조회 요청',
    en: 'card approvals asked for',
  },
  'entry-log-destruction': {
    owner: 'information-request',
    system: 'entry-log',
    guarantee: 'by-key',
    key: keyOf('information-request', 'entry-log-destruction'),
    ko: '전자출입명부 원자료 파기',
    en: 'raw entries destroyed',
  },
  'card-history-destruction': {
    owner: 'information-request',
    system: 'card-history',
    guarantee: 'by-key',
    key: keyOf('information-request', 'card-history-destruction'),
    ko: '카드 내역 원자료 파기',
    en: 'raw card approvals destroyed',
  },
  'look-up-notice': sms('information-request', 'person-notice', '정보 제공 사실 통지', 'told of the look-up'),
  'living-support-payment': {
    owner: 'living-support',
    system: 'living-support',
    guarantee: 'by-key',
    key: keyOf('living-support', 'payment:\\d+'),
    ko: '생활지원금 지급',
    en: 'living support paid',
  },
  'living-support-notice': sms(
    'living-support',
    'notice:\\d+',
    '생활지원금 안내',
    'told of the decision, the payment or the recall',
  ),
  'living-support-recall': {
    owner: 'living-support',
    system: 'living-support',
    guarantee: 'by-key',
    key: keyOf('living-support', 'recall:\\d+'),
    ko: '생활지원금 환수',
    en: 'living support called back',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type EffectName = keyof typeof EFFECTS;
