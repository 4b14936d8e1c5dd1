import type { IsolationManagementCode } from '../../../domain/shared-kernel/error-codes/isolation-management.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

type SuppliesCode = Extract<IsolationManagementCode, `supplies/${string}`>;

export const SUPPLIES: Refusals<SuppliesCode> = {
  'supplies/essentials-malformed': invalid(
    '/items',
    '물품은 코드(영문, 숫자, 하이픈 1~40자)와 수량(1~1000)으로, 코드마다 한 번, 100종까지 입력하세요.',
    'Give each item once: a code of 1 to 40 letters, digits and hyphens and a quantity of 1 to 1000; at most 100 items.',
  ),
  'supplies/nothing-listed': invalid(
    '/items',
    '물품이 없습니다. 하나 이상 입력하세요.',
    'No item is listed. Name at least one.',
  ),
  'supplies/reference-malformed': invalid(
    '/reference',
    '참조번호는 영문, 숫자, . _ : / - 1~100자입니다.',
    'A reference has 1 to 100 letters, digits and . _ : / -.',
  ),
  'supplies/not-found': absent(
    '해당 격리 물품이 없습니다. 식별자를 확인하세요.',
    'There are no such supplies. Check the id.',
  ),
  'supplies/already-closed': rule(
    '이미 종결된 격리 물품입니다. 더 필요하면 새로 시작하세요.',
    'These supplies are closed. Open new ones if more is needed.',
  ),
  'supplies/already-open': rule(
    '이미 시작된 격리 물품입니다. GET /supplies에서 그 지원을 확인하세요.',
    'These supplies are open already. Look for them in GET /supplies.',
  ),
  'supplies/already-ordered': rule(
    '이미 주문했습니다. 진행 중인 주문의 결과를 기다리세요.',
    'An order is under way. Wait for what becomes of it.',
  ),
  'supplies/already-paid': rule(
    '이 주문은 이미 결제되었습니다. 이중 결제인지 결제사에 확인하세요.',
    'This order is paid already. Ask the payment service whether it was charged twice.',
  ),
  'supplies/already-shipped': rule(
    '이미 배송 중이라 취소할 수 없습니다. 배송 결과를 기다리세요.',
    'The parcel is on its way and cannot be called back. Wait for its delivery.',
  ),
  'supplies/attempt-over': rule(
    '이미 끝난 주문 차수입니다. 현재 차수를 확인하세요.',
    'This attempt is over. Look at the present one.',
  ),
  'supplies/attempt-unexpected': rule(
    '없는 주문 차수입니다. 차수는 1부터 하나씩 늘어납니다.',
    'There is no such attempt. Attempts are numbered from 1, one by one.',
  ),
  'supplies/differs-from-recorded': rule(
    '이미 기록된 내용과 다릅니다. 거래처에 확인하세요.',
    'This differs from what is recorded. Ask the partner.',
  ),
  'supplies/failure-not-possible': rule(
    '현재 단계에서 생길 수 없는 실패 사유입니다. 단계를 확인하세요.',
    'This failure cannot happen at the present stage. Check the stage.',
  ),
  'supplies/item-not-missing': rule(
    '부족하지 않은 물품입니다. 부족한 물품만 그 수량까지 주문하세요.',
    'An item is not missing. Order only what is missing, up to its quantity.',
  ),
  'supplies/item-not-needed': rule(
    '필요 목록에 없는 물품이거나 수량이 더 많습니다. 목록을 확인하세요.',
    'An item is not needed, or not in that number. Check the list of needs.',
  ),
  'supplies/not-checked': rule(
    '필수품을 아직 확인하지 않았습니다. 먼저 부족한 물품을 확인하세요.',
    'The essentials are not checked yet. Check first what is missing.',
  ),
  'supplies/not-completed': rule(
    '주문이 완료되지 않았습니다. 공급처의 주문 확인을 먼저 기록하세요.',
    'The order is not completed. Record the supplier’s confirmation first.',
  ),
  'supplies/not-paid': rule(
    '결제되지 않은 주문입니다. 먼저 결제를 기록하세요.',
    'The order is not paid. Record the payment first.',
  ),
  'supplies/not-shipped': rule(
    '발송되지 않은 주문입니다. 먼저 발송을 기록하세요.',
    'The order is not shipped. Record the shipment first.',
  ),
  'supplies/over-budget': rule(
    '예산을 초과합니다. budgetWon 이하로 물품을 줄이세요.',
    'This exceeds the budget. Take fewer items, up to budgetWon.',
  ),
  'supplies/payment-differs-from-price': rule(
    '결제 금액이 주문 금액과 다릅니다. 결제사에 확인하세요.',
    'The payment is not the price of the order. Ask the payment service.',
  ),
  'supplies/refund-due': rule(
    '환불받지 못한 결제가 있습니다. 환불을 기록한 뒤 다시 주문하세요.',
    'A payment has not come back yet. Record its refund, then order again.',
  ),
  'supplies/refund-exceeds-payment': rule(
    '환불액이 남은 결제액보다 많습니다. 금액을 확인하세요.',
    'The refund exceeds what is left of the payment. Check the amount.',
  ),
  'supplies/refund-not-due': rule(
    '환불받을 결제가 없습니다. 주문 차수와 금액을 확인하세요.',
    'No payment is owed back. Check the attempt and the amount.',
  ),
};
