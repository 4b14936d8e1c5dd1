import type { LivingSupportStanding } from '../../activities/index.ts';

export type LivingSupportWait =
  'isolation-end' | 'facts' | 'amount' | 'approval' | 'payment-result' | 'payment-officer' | 'recovery';

export const LIVING_SUPPORT_STAGES: Readonly<Record<LivingSupportStanding['stage'], string>> = {
  applied: '신청 · applied for',
  'facts-missing': '사실 확인 필요 · facts are missing',
  ineligible: '지원 대상 아님 · not eligible',
  'amount-unknown': '금액 미정 · amount not stated',
  'awaiting-approval': '승인 대기 · awaiting approval',
  approved: '승인, 지급 중 · approved, being paid',
  'payment-failed': '지급 실패 · payment failed',
  paid: '지급됨 · paid',
  rejected: '취소 · cancelled',
  reversed: '환수 중 · being recovered',
  recovered: '환수됨 · recovered',
};

export const LIVING_SUPPORT_WAITS: Readonly<Record<LivingSupportWait, string>> = {
  'isolation-end': '격리 종료 · the end of the isolation',
  facts: '심사에 필요한 사실 · facts from the payment officer',
  amount: '지급담당자의 금액 결정 · an amount from the payment officer',
  approval: '지급 승인 · approval of the payment',
  'payment-result': '지급 결과 · outcome of the payment',
  'payment-officer': '지급담당자 처리 · the payment officer',
  recovery: '환수 · the money to come back',
};
