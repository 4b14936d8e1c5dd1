import type { SharedCode } from '../../domain/shared-kernel/error-codes/shared.ts';
import { invalid, rule, type Refusals } from './refusal.ts';

export const SHARED: Refusals<SharedCode> = {
  'date/in-the-future': invalid(
    '',
    '날짜가 미래입니다. 오늘이나 그 이전 날짜를 입력하세요.',
    'The date lies in the future. Give today or an earlier day.',
  ),
  'district/malformed': invalid(
    '/district',
    '행정구역 코드는 다섯 자리 숫자여야 합니다(예: 11110).',
    'The district must be a five-digit administrative code, for example 11110.',
  ),
  'district/unknown': invalid(
    '/district',
    '없는 행정구역 코드입니다. GET /jurisdictions에서 시군구의 다섯 자리 코드를 찾아 넣으세요.',
    'There is no district of that code. Look up the five-digit code in GET /jurisdictions.',
  ),
  'id/malformed': invalid(
    '',
    '식별자(UUID)의 형식이 올바르지 않습니다. 읽은 값을 그대로 보내세요.',
    'An id is not a UUID. Send it as it was read.',
  ),
  'instant/malformed': invalid(
    '',
    '시각은 시간대가 있는 RFC 3339 형식이어야 합니다.',
    'A time must be RFC 3339 with an offset.',
  ),
  'local-date/malformed': invalid(
    '',
    '날짜는 YYYY-MM-DD 형식의 실제 날짜여야 합니다.',
    'A date must be an existing day, YYYY-MM-DD.',
  ),
  'phone/not-a-persons-number': invalid(
    '/person/phone',
    '개인 연락처가 아닙니다. 휴대전화나 집 전화번호를 입력하세요.',
    'This is not a person’s telephone number. Give a mobile or home number.',
  ),
  'aggregate/stale': rule(
    '동시에 다른 변경이 있었습니다. 다시 시도하세요.',
    'Something else changed it at the same moment. Try again.',
  ),
  'period/ends-before-start': invalid(
    '',
    '종료가 시작보다 빠릅니다. 두 시각을 확인하세요.',
    'The end lies before the start. Check both.',
  ),
  'staff/malformed': invalid(
    '/staffId',
    '직원 계정은 영문, 숫자와 . _ @ | + - 1~64자입니다.',
    'A staff account has 1 to 64 letters, digits and . _ @ | + -.',
  ),
  'money/not-an-amount': invalid(
    '',
    '금액은 0 이상의 정수(원)여야 합니다.',
    'An amount must be a whole number of won, not below zero.',
  ),
};
