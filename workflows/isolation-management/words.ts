import type { IsolationStanding, SuppliesStanding } from '../../activities/index.ts';

export type IsolationWait = 'notice' | 'violation' | 'first-day' | 'end' | 'criteria' | 'test-result';

export const ISOLATION_STAGES: Readonly<Record<IsolationStanding['stage'], string>> = {
  ordered: '격리 명령 · ordered, not notified yet',
  served: '통지됨, 시작 전 · notified, not begun',
  active: '격리 중 · in isolation',
  ended: '종료 · ended',
};

export const ISOLATION_WAITS: Readonly<Record<IsolationWait, string>> = {
  notice: '통지 확인 · proof of the notice',
  violation: '위반 판단 · a decision about a violation',
  'first-day': '격리 시작일 · the first day',
  end: '격리 종료 시각 · the end of the period',
  criteria: '격리해제 기준 · the release criteria',
  'test-result':
    '의심 증상의 검사 결과, 그때까지 격리 유지 · a test result; the quarantine goes on until then',
};

export type SupplyWait = 'answer' | 'delivery';

export const SUPPLY_STAGES: Readonly<Record<SuppliesStanding['stage'], string>> = {
  opened: '필수품 확인 중 · essentials being checked',
  missing: '부족 · missing',
  present: '모두 있음 · everything present',
  ordered: '주문, 결제 전 · ordered, not paid',
  paid: '결제됨 · paid',
  completed: '주문 완료됨 · order completed',
  shipped: '배송 중 · on its way',
  delivered: '전달됨 · delivered',
  failed: '주문 실패 · order failed',
  'refund-due': '환불 대기 · money to come back',
  cancelled: '취소됨 · cancelled',
};

export const SUPPLY_WAITS: Readonly<Record<SupplyWait, string>> = {
  answer: '부족한 물품 응답 · what is missing',
  delivery: '배송 결과 · delivery',
};
