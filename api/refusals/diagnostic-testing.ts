import type { DiagnosticTestingCode } from '../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const DIAGNOSTIC_TESTING: Refusals<DiagnosticTestingCode> = {
  'specimen/malformed': invalid(
    '/specimenId',
    '검체번호는 영문, 숫자, 하이픈 1~64자입니다.',
    'A specimen id has 1 to 64 letters, digits and hyphens.',
  ),
  'test/not-found': absent('해당 검사가 없습니다.', 'There is no such test.'),
  'test/already-ordered': rule('이미 의뢰된 검사입니다.', 'The test is ordered already.'),
  'test/belongs-to-another-case': rule(
    '다른 사례의 검사입니다. 검사와 사례를 확인하세요.',
    'The test belongs to another case. Check the test and the case.',
  ),
  'test/result-contradicts-earlier': rule(
    '이전에 보고된 결과와 다릅니다. 검사실에 확인하세요.',
    'This contradicts the result reported earlier. Ask the laboratory.',
  ),
  'test/specimen-differs': rule(
    '검체번호가 의뢰와 다릅니다.',
    'The specimen is not the one that was ordered.',
  ),
};
