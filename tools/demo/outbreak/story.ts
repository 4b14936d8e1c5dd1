import { inSeoul } from '../days.ts';
import type { Happening } from './register.ts';

const WORDS: Readonly<Record<string, string>> = {
  CaseOpened: '사례 접수 · a case is opened',
  InfectionConfirmed: '확진 · infection confirmed',
  ConfirmedCaseRegistered: '확진자 등록 · registered',
  IdentityDoubted: '신원 의심, 모든 절차 보류 · identity in doubt: everything is held',
  IdentityResolved: '신원 확인됨 · identity resolved: it goes on',
  IsolationOrdered: '격리 명령 · isolation or quarantine ordered',
  IsolationNotified: '격리 통지 · notified',
  ViolationReported: '격리 위반 신고 · a violation is reported',
  IsolationViolationEstablished: '격리 위반 확인 · the violation is established',
  IsolationEnded: '격리 종료 · isolation ends',
  ReleaseNotified: '격리 해제 통지 · told that it has ended',
  EssentialsChecked: '필수품 확인 · essentials checked',
  EssentialsOrdered: '필수품 주문 · ordered',
  EssentialsPaid: '결제 · paid',
  EssentialsShipped: '발송 · shipped',
  EssentialsOrderFailed: '주문 실패 · the order came to nothing',
  EssentialsRefunded: '환불 · money back',
  EssentialsDelivered: '필수품 전달 · delivered',
  InformationRequested: '정보 조회 요청 · a look-up is asked for',
  RequestApproved: '조회 승인 · approved',
  EntryLogChecked: '전자출입명부 확인 · entry log checked',
  CardApprovalsChecked: '카드 승인 내역 확인 · card approvals checked',
  PersonNotified: '조회 사실 통지 · the person is told of the look-up',
  RawRecordsDestroyed: '원본 파기 · raw records destroyed',
  VisitEstablished: '방문 확인 · a visit is established',
  RouteInvestigated: '동선 조사 완료 · the route is investigated',
  CloseContactIdentified: '밀접 접촉자 확인 · close contact',
  ContactConverted: '확진자로 전환 · the contact has become a case',
  FollowUpEnded: '추적 종료 · follow-up ends',
  SymptomsReported: '환자 답장 · answered',
  ReleasedFromIsolation: '격리해제 · released',
  LivingSupportApproved: '생활지원금 승인 · living support approved',
  LivingSupportPaymentFailed: '지급 실패 · the payment failed',
  LivingSupportPaid: '생활지원금 지급 · living support paid',
  LivingSupportRejected: '생활지원금 제외 · the claim is rejected',
  ProtocolPublished: '지침 변경 · a protocol is published',
};

/** One happening as a line; nothing for steps that tell a reader nothing new. `day` counts from the first, 0. */
export function lineOf({ at, type, data }: Happening, who: string): string | undefined {
  const words = WORDS[type];
  if (words === undefined) return undefined;
  const more = [data['grade'], data['reason'], data['because'], data['kind'], data['amountWon']].filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return `${inSeoul(at.getTime())}  [${who.padEnd(2)}] ${words}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}
