import type { DiagnosticTestingCode } from '../../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

export const LIVING_SUPPORT = {
  'household-size/impossible': invalid(
    '/householdSize',
    '가구원 수는 1 이상의 정수여야 합니다.',
    'A household has a whole number of members, at least 1.',
  ),
  'isolated-days/impossible': invalid(
    '/isolatedDays',
    '격리일수는 1 이상의 정수여야 합니다.',
    'Days in isolation are a whole number, at least 1.',
  ),
  'living-support/already-applied': rule(
    '이미 신청된 생활지원금입니다. 새로 신청하지 말고 그 신청을 확인하세요(GET /living-support).',
    'The living support is claimed already. Look at that claim (GET /living-support).',
  ),
  'living-support/already-approved': rule(
    '이미 승인되었습니다. 잘못되었다면 취소하세요.',
    'It is approved already. If that is wrong, reverse it.',
  ),
  'living-support/already-paid': rule(
    '이미 지급되었습니다. 두 번 지급할 수 없습니다. 잘못되었다면 환수하세요.',
    'It is paid already and is never paid twice. If that is wrong, reverse it.',
  ),
  'living-support/already-rejected': rule(
    '취소된 신청입니다. 이미 송금되었다면 지급담당자가 환수해야 합니다.',
    'The claim was cancelled. If money has gone out, the payment officer must get it back.',
  ),
  'living-support/already-reversed': rule(
    '이미 환수 결정된 지원금입니다. 환수 금액만 기록할 수 있습니다.',
    'It is reversed already. Only what is recovered can be recorded.',
  ),
  'living-support/amount-differs': rule(
    '금액이 승인된 금액과 다릅니다. 지급 내역을 확인하세요.',
    'The amount is not the one approved. Check the payment.',
  ),
  'living-support/amount-unknown': rule(
    '금액이 정해지지 않았습니다. 지급담당자가 금액을 정하세요.',
    'The amount is unknown. The payment officer must set it.',
  ),
  'living-support/amount-zero': invalid(
    '/amount',
    '금액은 0원일 수 없습니다. 모르면 비워 두세요.',
    'An amount is never zero. Leave it out if it is unknown.',
  ),
  'living-support/attempt-unknown': rule(
    '시도하지 않은 지급입니다. 지급 차수를 확인하세요.',
    'There was no such attempt to pay. Check its number.',
  ),
  'living-support/facts-missing': rule(
    '심사에 필요한 사실이 부족합니다. 먼저 사실을 입력하세요.',
    'Facts are missing. State them first.',
  ),
  'living-support/ineligible': rule(
    '지원 대상이 아닙니다. 사실이 바뀌었다면 다시 심사하세요.',
    'The claim is not eligible. If the facts have changed, assess it again.',
  ),
  'living-support/not-approved': rule(
    '승인되지 않은 지원금입니다. 먼저 승인하세요.',
    'It is not approved. Approve it first.',
  ),
  'living-support/not-assessed': rule(
    '심사되지 않은 신청입니다. 먼저 심사하세요.',
    'The claim is not assessed. Assess it first.',
  ),
  'living-support/not-found': absent(
    '해당 생활지원금 신청이 없습니다. GET /living-support에서 번호를 확인하세요.',
    'There is no such claim to living support. Look for it in GET /living-support.',
  ),
  'living-support/not-notified': rule(
    '격리 통지가 확인되지 않았습니다. 통지 후 신청하세요.',
    'The isolation is not notified yet. Apply after the notice.',
  ),
  'living-support/not-reversed': rule(
    '환수 결정이 없습니다. 먼저 환수를 결정하세요.',
    'It is not reversed. Reverse it first.',
  ),
  'living-support/nothing-to-restore': rule(
    '격리 위반으로 취소되거나 환수된 지원금이 아니어서 회복할 것이 없습니다. 신청의 상태를 확인하세요.',
    'It was not cancelled or reversed because of a violation, so there is nothing to restore. Check where the claim stands.',
  ),
  'living-support/partly-recovered': rule(
    '일부가 이미 환수되었습니다. 지급담당자가 차액을 직접 정산하세요.',
    'A part has come back already. The payment officer must settle the difference.',
  ),
  'living-support/payment-not-failed': rule(
    '실패한 지급이 없습니다. 결과를 기다리세요.',
    'No payment has failed. Wait for its outcome.',
  ),
  'living-support/protocol-not-in-force': rule(
    '격리통지일에 시행되던 기준이 아닙니다. 통지일의 기준으로 심사하세요.',
    'That rule was not in force on the day of the isolation notice. Assess by the one that was.',
  ),
  'living-support/recovery-too-high': rule(
    '환수액이 환수할 금액보다 많습니다. 금액을 확인하세요.',
    'More would be recovered than is due. Check the amount.',
  ),
  'living-support/reference-used': rule(
    '같은 거래번호로 다른 금액이 기록되어 있습니다. 거래를 확인하세요.',
    'That reference is recorded with another amount. Check the transaction.',
  ),
  'living-support/same-person': rule(
    '신청하거나 금액을 정한 사람은 승인할 수 없습니다. 다른 담당자가 승인하세요.',
    'Whoever applied or set the amount may not approve. Another officer must.',
  ),
  'payment-reference/malformed': invalid(
    '/reference',
    '거래번호는 영문, 숫자, 하이픈 1~64자입니다.',
    'A payment reference has 1 to 64 letters, digits and hyphens.',
  ),
  'stated-facts/malformed': invalid(
    '/facts',
    '사실을 하나 이상, 이름과 참·거짓 또는 숫자로 입력하세요.',
    'State at least one fact, by its name, as true, false or a number.',
  ),
  'support-rule/malformed': invalid(
    '/rule',
    '지원 기준의 버전이나 시행 기간이 올바르지 않습니다.',
    'The support rule has no version, or ends before it begins.',
  ),
} satisfies Partial<Refusals<DiagnosticTestingCode>>;
