import type { ErrorCode } from '../domain/shared-kernel/error-code.ts';
import type { Words } from './problem.ts';

type Entry = Readonly<{ status: 404 | 409 | 422; title: Words; pointer?: string }>;

const invalid = (pointer: string, ko: string, en: string): Entry => ({
  status: 422,
  pointer,
  title: { ko, en },
});
const rule = (ko: string, en: string): Entry => ({ status: 409, title: { ko, en } });
const absent = (ko: string, en: string): Entry => ({ status: 404, title: { ko, en } });

/** Every refusal of the domain: its status, its words, and the field where it is always the same one. */
export const REFUSALS: Readonly<Record<ErrorCode, Entry>> = {
  'birth-date/in-the-future': invalid(
    '/person/birthDate',
    '생년월일이 미래입니다. 날짜를 확인하세요.',
    'The date of birth lies in the future. Check the date.',
  ),
  'birth-date/malformed': invalid(
    '/person/birthDate',
    '생년월일은 YYYY-MM-DD 형식의 실제 날짜여야 합니다.',
    'The date of birth must be an existing day, YYYY-MM-DD.',
  ),
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
  'id/malformed': invalid('', '식별자 형식이 올바르지 않습니다.', 'An id is not a UUID.'),
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
  'person/name-empty': invalid('/person/name', '성명을 입력하세요.', 'Give the person’s name.'),
  'person/name-too-long': invalid(
    '/person/name',
    '성명은 100자 이내여야 합니다.',
    'The name must have at most 100 characters.',
  ),
  'phone/not-a-persons-number': invalid(
    '/person/phone',
    '개인 연락처가 아닙니다. 휴대전화나 집 전화번호를 입력하세요.',
    'This is not a person’s telephone number. Give a mobile or home number.',
  ),
  'registry-number/malformed': invalid(
    '',
    '등록번호 형식이 올바르지 않습니다.',
    'The registry number is malformed.',
  ),
  'specimen/malformed': invalid(
    '/specimenId',
    '검체번호는 영문, 숫자, 하이픈 1~64자입니다.',
    'A specimen id has 1 to 64 letters, digits and hyphens.',
  ),
  'symptoms/code-unknown': invalid(
    '/symptoms',
    '알 수 없는 증상 코드입니다. 문서의 목록을 확인하세요.',
    'Unknown symptom code. See the list in the documentation.',
  ),
  'symptoms/temperature-impossible': invalid(
    '/temperatureCelsius',
    '체온은 30~45°C 범위여야 합니다.',
    'The temperature must lie between 30 and 45 °C.',
  ),

  'case/not-found': absent(
    '해당 사례가 없습니다. 식별자를 확인하세요.',
    'There is no such case. Check the id.',
  ),
  'isolation/not-found': absent('격리 명령이 없습니다.', 'There is no isolation order.'),
  'person/not-found': absent(
    '해당 사람이 없습니다. 식별자를 확인하거나 인적사항을 보내세요.',
    'There is no such person. Check the id or send the person’s details.',
  ),
  'task/not-found': absent('해당 과업이 없습니다.', 'There is no such task.'),
  'test/not-found': absent('해당 검사가 없습니다.', 'There is no such test.'),

  'case/already-closed': rule(
    '종결된 사례입니다. 재감염이면 새 사례를 여세요.',
    'The case is closed. Open a new case for a re-infection.',
  ),
  'case/already-in-hospital': rule('이미 입원 중입니다.', 'The patient is in hospital already.'),
  'case/already-open': rule('이미 열린 사례입니다.', 'The case is open already.'),
  'case/diagnosis-unconfirmed': rule(
    '아직 확진되지 않았습니다. 검사 결과를 기다리세요.',
    'The infection is not confirmed yet. Wait for the test result.',
  ),
  'case/not-awaiting-clinician': rule(
    '의사 판단을 기다리는 사례가 아닙니다.',
    'The case does not wait for a clinician.',
  ),
  'case/not-awaiting-retest': rule(
    '재검사 결과를 기다리는 사례가 아닙니다.',
    'The case does not wait for a retest.',
  ),
  'case/not-in-home-treatment': rule('재택치료 중이 아닙니다.', 'The patient is not in home treatment.'),
  'case/not-in-hospital': rule('입원 중이 아닙니다.', 'The patient is not in hospital.'),
  'case/not-suspected': rule('의심 단계의 사례가 아닙니다.', 'The case is no longer a suspicion.'),
  'case/release-criteria-not-met': rule(
    '격리해제 기준이 충족되지 않았습니다.',
    'The release criteria are not met.',
  ),
  'isolation/already-ended': rule('이미 끝난 격리입니다.', 'The isolation has ended already.'),
  'isolation/already-ordered': rule('이미 격리 명령이 있습니다.', 'Isolation is ordered already.'),
  'isolation/still-running': rule('격리가 진행 중입니다.', 'The isolation is still running.'),
  'person/already-registered': rule('이미 등록된 사람입니다.', 'The person is registered already.'),
  'aggregate/stale': rule(
    '동시에 다른 변경이 있었습니다. 다시 시도하세요.',
    'Something else changed it at the same moment. Try again.',
  ),
  'task/already-closed': rule('이미 종료된 과업입니다.', 'The task is closed already.'),
  'task/already-open': rule('이미 열린 과업입니다.', 'The task is open already.'),
  'task/decision-not-offered': rule(
    '이 과업에서 선택할 수 없는 결정입니다. offered 목록에서 고르세요.',
    'The task does not offer this decision. Choose one of those offered.',
  ),
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
