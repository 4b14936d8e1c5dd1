import type { PatientManagementCode } from '../../domain/shared-kernel/error-codes/patient-management.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const PATIENT_MANAGEMENT: Refusals<PatientManagementCode> = {
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
  'person/name-empty': invalid('/person/name', '성명을 입력하세요.', 'Give the person’s name.'),
  'person/name-too-long': invalid(
    '/person/name',
    '성명은 100자 이내여야 합니다.',
    'The name must have at most 100 characters.',
  ),
  'registry-number/malformed': invalid(
    '',
    '등록번호 형식이 올바르지 않습니다.',
    'The registry number is malformed.',
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
  'person/not-found': absent(
    '해당 사람이 없습니다. 식별자를 확인하거나 인적사항을 보내세요.',
    'There is no such person. Check the id or send the person’s details.',
  ),
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
  'person/already-registered': rule('이미 등록된 사람입니다.', 'The person is registered already.'),
};
