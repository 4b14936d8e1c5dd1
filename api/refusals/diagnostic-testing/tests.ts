import type { DiagnosticTestingCode } from '../../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

export const TESTS = {
  'cycle-threshold/impossible': invalid(
    '/cycleThreshold',
    'Ct 값은 0보다 크고 60 이하인 수여야 합니다.',
    'A cycle threshold is a number above 0 and not above 60.',
  ),
  'laboratory/malformed': invalid(
    '/laboratory',
    '검사기관 코드는 영문, 숫자, 하이픈 1~32자입니다.',
    'A laboratory code has 1 to 32 letters, digits and hyphens.',
  ),
  'specimen-type/unknown': invalid(
    '/specimenType',
    '알 수 없는 검체종류입니다. 목록에서 고르세요.',
    'The specimen type is unknown. Choose one of the list.',
  ),
  'specimen/malformed': invalid(
    '/specimenId',
    '검체번호는 영문, 숫자, 하이픈 1~64자입니다.',
    'A specimen id has 1 to 64 letters, digits and hyphens.',
  ),
  'test-type/unknown': invalid(
    '/testType',
    '알 수 없는 검사법입니다. 목록에서 고르세요.',
    'The test type is unknown. Choose one of the list.',
  ),
  'test/already-ordered': rule(
    '이미 의뢰된 검사입니다. GET /tests에서 그 검사를 확인하세요.',
    'The test is ordered already. Look for it in GET /tests.',
  ),
  'test/already-resulted': rule(
    '이미 결과가 나온 검사입니다. 결과가 틀렸다면 결과 정정을 하세요.',
    'The test has its result already. If that is wrong, correct it.',
  ),
  'test/belongs-to-another-case': rule(
    '다른 사례의 검사입니다. 검사와 사례를 확인하세요.',
    'The test belongs to another case. Check the test and the case.',
  ),
  'test/belongs-to-another-contact': rule(
    '다른 접촉자의 검사입니다. 검사와 접촉자를 확인하세요.',
    'The test belongs to another contact. Check the test and the contact.',
  ),
  'test/cancelled': rule(
    '취소된 검사입니다. 필요하면 새로 의뢰하세요.',
    'The test was cancelled. Order a new one if it is needed.',
  ),
  'test/correction-changes-nothing': rule(
    '정정 결과가 현재 결과와 같습니다. 정정할 결과를 확인하세요.',
    'The correction equals the present result. Check what is to be corrected.',
  ),
  'test/cycle-threshold-without-pcr': invalid(
    '/cycleThreshold',
    'Ct 값은 PCR 검사에만 있습니다. 값을 빼고 다시 보내세요.',
    'Only a PCR test has a cycle threshold. Leave it out.',
  ),
  'test/identity-in-doubt': rule(
    '검사실이 검체의 주인을 확신하지 못합니다. 누구의 검체인지 확인한 뒤 결과를 직접 보고하세요.',
    'The laboratory is not sure whose specimen it was. Find out, then record the result yourself.',
  ),
  'test/not-found': absent(
    '해당 검사가 없습니다. GET /tests에서 번호를 확인하세요.',
    'There is no such test. Look for it in GET /tests.',
  ),
  'test/not-resulted': rule(
    '아직 결과가 없는 검사입니다. 정정하지 말고 결과를 보고하세요.',
    'The test has no result yet. Record one instead of correcting it.',
  ),
  'test/result-contradicts-earlier': rule(
    '이전에 보고된 결과와 다릅니다. 검사실에 확인하세요.',
    'This contradicts the result reported earlier. Ask the laboratory.',
  ),
  'test/specimen-already-collected': rule(
    '채취 시각이 이미 다르게 기록되었습니다. 기존 기록을 확인하세요.',
    'Another collection time is recorded. Check that record.',
  ),
  'test/specimen-already-received': rule(
    '접수 시각이 이미 다르게 기록되었습니다. 기존 기록을 확인하세요.',
    'Another time of receipt is recorded. Check that record.',
  ),
  'test/specimen-differs': rule(
    '검체번호가 의뢰와 다릅니다. 의뢰의 번호를 확인하거나 비워 두세요.',
    'The specimen is not the one that was ordered. Check its number, or leave it out.',
  ),
  'test/specimen-not-new': rule(
    '부적합 판정된 검체입니다. 새 검체를 채취해 새 검체번호를 입력하세요.',
    'That specimen was rejected. Collect a new one and give its own id.',
  ),
  'test/specimen-rejected': rule(
    '검체가 부적합 판정되었습니다. 먼저 다시 채취하세요.',
    'The specimen was rejected. Collect a new one first.',
  ),
  'test/time-in-the-future': invalid(
    '',
    '시각이 현재보다 늦습니다. 시각을 확인하세요.',
    'A time lies in the future. Check it.',
  ),
  'test/times-out-of-order': invalid(
    '',
    '채취, 접수, 검사, 결과 시각의 순서가 맞지 않습니다. 시각을 확인하세요.',
    'Collected, received, tested, resulted: a time lies before an earlier one. Check them.',
  ),
} satisfies Partial<Refusals<DiagnosticTestingCode>>;
