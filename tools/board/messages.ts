import type { EffectName } from '../../activities/effects-catalogue.ts';
import type { Template } from '../../activities/texts.ts';

/** `told`: of something. `served`: it serves an order, and has to be proven. `asked`: an answer is waited for. `round`: the next round asks again. */
export type Undelivered = 'told' | 'served' | 'asked' | 'round';

export type MessageToPeople = Readonly<{
  effect: EffectName;
  whom: string;
  when: string;
  undelivered: Undelivered;
}>;

const CASE = '환자 · the patient';
const CONTACT = '접촉자 · the contact';
const CLAIMANT = '신청인, 사망한 경우 제외 · the claimant, unless they have died';
const ISOLATED = '격리 대상자 · the person in isolation or quarantine';

/** What a person is told, and when. A template that stands not here does not compile, and fails the test of the page. */
export const MESSAGES: Readonly<Record<Template, MessageToPeople>> = {
  'isolation-notice': {
    effect: 'isolation-notice',
    whom: CASE,
    when: '격리가 명령됨 · an isolation is ordered',
    undelivered: 'served',
  },
  'quarantine-notice': {
    effect: 'quarantine-notice',
    whom: CONTACT,
    when: '자가격리가 명령됨 · a quarantine is ordered',
    undelivered: 'served',
  },
  'release-notice': {
    effect: 'release-notice',
    whom: CASE,
    when: '격리가 해제됨 · the isolation has ended',
    undelivered: 'told',
  },
  'quarantine-release-notice': {
    effect: 'quarantine-release-notice',
    whom: CONTACT,
    when: '자가격리가 해제됨, 확진된 경우 제외 · the quarantine has ended, unless the contact became a case',
    undelivered: 'told',
  },
  'withdrawal-notice': {
    effect: 'release-notice',
    whom: CASE,
    when: '확진이 취소되어 격리가 해제됨 · the isolation has ended because the finding was withdrawn',
    undelivered: 'told',
  },
  'not-a-case': {
    effect: 'not-a-case-notice',
    whom: '의심환자 · the suspected patient',
    when: 'PCR 음성 · the diagnostic test is negative',
    undelivered: 'told',
  },
  'symptom-question': {
    effect: 'symptom-question',
    whom: CASE,
    when: '해제 기준 확인일, 연락 가능한 시간 · a check of the release criteria is due, in contact hours',
    undelivered: 'asked',
  },
  'symptom-reminder': {
    effect: 'symptom-question',
    whom: CASE,
    when: '증상 확인에 답이 없음 · the question about symptoms was not answered in time',
    undelivered: 'asked',
  },
  'case-monitoring': {
    effect: 'case-monitoring',
    whom: CASE,
    when: '관리 등급이 정한 시각 · at the half hours of the patient’s tier',
    undelivered: 'round',
  },
  'contact-monitoring': {
    effect: 'contact-monitoring',
    whom: CONTACT,
    when: '관리 등급이 정한 시각 · at the half hours of the contacts’ tier',
    undelivered: 'round',
  },
  'check-reminder': {
    effect: 'check-reminder',
    whom: ISOLATED,
    when: '격리 확인에 답이 없음 · a check of the isolation was missed',
    undelivered: 'asked',
  },
  'interview-link': {
    effect: 'interview-link',
    whom: '환자, 미성년자는 보호자 · the patient; the guardian of a minor',
    when: '동선 설문이 열림 · the route interview is opened',
    undelivered: 'asked',
  },
  'interview-reminder': {
    effect: 'interview-reminder',
    whom: '환자, 미성년자는 보호자 · the patient; the guardian of a minor',
    when: '동선 설문에 답이 없음 · the route interview was not answered in time',
    undelivered: 'asked',
  },
  'entry-log-notice': {
    effect: 'look-up-notice',
    whom: CASE,
    when: '출입 기록을 조회함 · the person’s entries were looked up',
    undelivered: 'told',
  },
  'card-history-notice': {
    effect: 'look-up-notice',
    whom: CASE,
    when: '카드 사용 기록을 조회함 · the person’s card approvals were looked up',
    undelivered: 'told',
  },
  'watch-notice': {
    effect: 'watch-notice',
    whom: CONTACT,
    when: '증상 관찰 대상이 됨 · the contact is to watch for symptoms',
    undelivered: 'told',
  },
  'watch-end-notice': {
    effect: 'watch-end-notice',
    whom: CONTACT,
    when: '관찰 기간이 끝남 · the time of watching is over',
    undelivered: 'told',
  },
  'contact-notice': {
    effect: 'contact-notice',
    whom: CONTACT,
    when: '접촉이 확인되었으나 조치가 없음 · the contact is known and needs no measure',
    undelivered: 'told',
  },
  'quarantine-test-notice': {
    effect: 'quarantine-test-notice',
    whom: CONTACT,
    when: '접촉자 검사일 · the day of a contact’s test',
    undelivered: 'told',
  },
  'essentials-question': {
    effect: 'essentials-question',
    whom: ISOLATED,
    when: '집에서 격리가 시작됨, 지침이 물품을 제공함 · an isolation at home begins and its protocol gives supplies',
    undelivered: 'asked',
  },
  'supplies-delayed': {
    effect: 'supplies-delayed',
    whom: ISOLATED,
    when: '주문이 실패하여 다시 주문함 · an order came to nothing and is placed again',
    undelivered: 'told',
  },
  'living-support-approved': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '지급이 승인됨 · the payment is approved',
    undelivered: 'told',
  },
  'living-support-refused': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '지원 대상이 아니거나 취소됨 · there is no claim, or it is cancelled before it is paid',
    undelivered: 'told',
  },
  'living-support-paid': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '지급됨 · the money has been paid',
    undelivered: 'told',
  },
  'living-support-reversed': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '환수가 결정됨 · what was paid, or a part of it, is due back',
    undelivered: 'told',
  },
  'living-support-recovered': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '모두 환수됨 · all that was due has come back',
    undelivered: 'told',
  },
  'living-support-taken-up': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '위반이 취소되어 다시 심사함 · the violation is withdrawn and the claim judged anew',
    undelivered: 'told',
  },
  'living-support-recall-withdrawn': {
    effect: 'living-support-notice',
    whom: CLAIMANT,
    when: '위반이 취소되어 환수하지 않음 · the violation is withdrawn and nothing is due back',
    undelivered: 'told',
  },
  'supplies-cancelled': {
    effect: 'supplies-cancelled',
    whom: ISOLATED,
    when: '구할 수 없어 취소됨 · the supplies cannot be had and are cancelled',
    undelivered: 'told',
  },
};
