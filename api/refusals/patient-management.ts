import type { PatientManagementCode } from '../../domain/shared-kernel/error-codes/patient-management.ts';
import { HAND_OVERS } from './hand-overs.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const PATIENT_MANAGEMENT: Refusals<PatientManagementCode> = {
  ...HAND_OVERS,
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
  'person/address-in-another-district': invalid(
    '/addressLines',
    '주소의 행정구역이 다릅니다. 주소와 행정구역을 같은 곳으로 맞추세요.',
    'The address lies in another district. Make address and district agree.',
  ),
  'person/address-malformed': invalid(
    '/addressLines',
    '주소는 1~5줄, 한 줄은 1~200자여야 합니다.',
    'Give the address in 1 to 5 lines of 1 to 200 characters.',
  ),
  'person/age-group-unknown': invalid(
    '/person/ageGroup',
    '연령대는 0s, 10s, 50s처럼 10년 단위로 입력하세요.',
    'Give the age group in tens of years, for example 0s, 10s or 50s.',
  ),
  'person/language-tag-malformed': invalid(
    '/preferredLanguage',
    '사용언어는 BCP 47 코드로 입력하세요(예: vi, zh-Hans).',
    'Give the language as a BCP 47 code, for example vi or zh-Hans.',
  ),
  'person/legal-basis-malformed': invalid(
    '/legalBasis',
    '법적 근거는 코드로 입력하세요(예: pipa-21).',
    'Give the legal basis as a code, for example pipa-21.',
  ),
  'person/likeness-score-impossible': invalid(
    '/score',
    '유사도는 0~1 사이의 수여야 합니다.',
    'The likeness score must be a number from 0 to 1.',
  ),
  'person/name-empty': invalid('/person/name', '성명을 입력하세요.', 'Give the person’s name.'),
  'person/name-too-long': invalid(
    '/person/name',
    '성명은 100자 이내여야 합니다.',
    'The name must have at most 100 characters.',
  ),
  'person/nationality-unknown': invalid(
    '/nationality',
    '국적은 ISO 3166 두 글자 대문자 코드로 입력하세요(예: KR). 무국적이면 비워 두세요.',
    'Give the nationality as an ISO 3166 code of two capitals, for example KR. Leave it out for a stateless person.',
  ),
  'registry-number/malformed': invalid(
    '',
    '등록번호의 형식이 올바르지 않습니다. 신고서의 번호를 그대로 입력하세요.',
    'The registry number is malformed. Enter it as it stands on the report.',
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
  'case/already-in-hospital': rule(
    '이미 입원 중입니다. 다시 읽고, 퇴원했다면 복귀를 먼저 기록하세요.',
    'The patient is in hospital already. Read the case again; record the return first if they have left.',
  ),
  'case/already-open': rule(
    '이 사람에게는 같은 질병의 열린 사례가 이미 있습니다. 새로 열지 말고 caseId의 사례에 기록하세요. caseId가 없으면 다른 관할의 사례이니, 그 사례를 맡을 곳이 바뀌어야 하면 관할 이관을 요청하세요. 재감염은 그 사례가 종결된 뒤 새 사례로 여세요.',
    'This person has an open case of this disease already. Record what is new in that case (caseId); where none is named, another office leads it: ask for a hand-over if it should be yours. Open a new one for a re-infection once it is closed.',
  ),
  'case/already-recorded': rule(
    '같은 날 확진된 이 사람의 사례(caseId)가 이미 있습니다. 새로 기록하지 말고 그 사례를 확인하세요.',
    'This person has a case that was confirmed on that day already (caseId). Look at that one instead of recording it again.',
  ),
  'case/not-led-here': rule(
    '명단에서 기록된 과거 사례입니다. 이 시스템에서 새로 시작할 수 없습니다. 재감염이면 새 사례를 여세요.',
    'The case was recorded from a list of the past, and nothing is started for it here. Open a new case for a re-infection.',
  ),
  'case/not-recorded': rule(
    '명단에서 기록된 사례가 아닙니다. 발병일은 증상 보고와 함께 입력하세요.',
    'The case was not recorded from a list. Report its onset together with the symptoms.',
  ),
  'case/diagnosis-unconfirmed': rule(
    '아직 확진되지 않았습니다. 검사 결과를 기다리세요.',
    'The infection is not confirmed yet. Wait for the test result.',
  ),
  'case/in-another-district': rule(
    '사례의 관할이 그사이 바뀌었습니다. 사례를 다시 읽으세요.',
    'The case belongs to another district by now. Read it again.',
  ),
  'case/not-awaiting-clinician': rule(
    '의사 판단을 기다리는 사례가 아닙니다. 사례를 다시 읽고 next를 확인하세요.',
    'The case does not wait for a clinician. Read it again: next says what it waits for.',
  ),
  'case/not-awaiting-retest': rule(
    '재검사 결과를 기다리는 사례가 아닙니다. 사례를 다시 읽고 next를 확인하세요.',
    'The case does not wait for a retest. Read it again: next says what it waits for.',
  ),
  'case/not-in-home-treatment': rule(
    '재택치료 중이 아닙니다. 사례를 다시 읽고 단계(stage)를 확인하세요.',
    'The patient is not in home treatment. Read the case again, and see its stage.',
  ),
  'case/not-in-hospital': rule(
    '입원 중이 아닙니다. 입원했다면 이송을 먼저 기록하세요.',
    'The patient is not in hospital. Record the transfer first if they went there.',
  ),
  'case/not-suspected': rule(
    '의심 단계의 사례가 아닙니다. 사례를 다시 읽고 단계(stage)를 확인하세요.',
    'The case is no longer a suspicion. Read it again, and see its stage.',
  ),
  'case/release-criteria-not-met': rule(
    '격리해제 기준이 충족되지 않았습니다. 사례의 why에서 모자란 요건을 확인하세요.',
    'The release criteria are not met. See in why of the case what is wanting.',
  ),
  'household/member-of-another': rule(
    '이미 다른 세대에 속해 있습니다. 먼저 그 세대에서 나오게 하세요.',
    'The person belongs to another household. Let them leave that one first.',
  ),
  'household/not-a-member': rule(
    '그 세대의 구성원이 아닙니다. 현재 세대를 확인하세요.',
    'The person does not belong to that household. Look up the present one.',
  ),
  'person/erased': rule(
    '개인정보가 파기된 사람입니다. 필요하면 새로 등록하세요.',
    'The person’s details were erased. Register the person anew if they are needed.',
  ),
  'person/guardian-is-oneself': rule(
    '본인은 자신의 보호자가 될 수 없습니다. 다른 사람을 지정하세요.',
    'Nobody is their own guardian. Name somebody else.',
  ),
  'person/merge-into-itself': rule(
    '같은 기록끼리는 병합할 수 없습니다. 남길 기록을 선택하세요.',
    'A record cannot be merged into itself. Choose the record that stays.',
  ),
  'person/merged': rule(
    '다른 기록에 병합된 사람입니다. 남은 기록을 고치거나 병합을 취소하세요.',
    'The record was merged into another one. Change that one, or undo the merge.',
  ),
  'person/merged-into-another': rule(
    '지정한 사람은 다른 기록에 병합되었습니다. 남은 기록을 지정하세요.',
    'The person named was merged into another record. Name that one.',
  ),
  'person/not-a-minor': rule(
    '미성년자가 아니므로 보호자를 지정할 수 없습니다. 생년월일을 확인하세요.',
    'The person is no minor, so no guardian can be appointed. Check the date of birth.',
  ),
  'person/something-open': rule(
    '아직 끝나지 않은 것(open)이 있어 개인정보가 필요합니다: case 사례, contact 접촉자 관리, isolation 격리, supplies 물품, claim 생활지원, task 과업, guardian 보호자, question 증상 질문. 종결하거나 취소하고, 보호자이면 다른 보호자를 지정한 뒤 다시 파기하세요.',
    'Something of theirs is still open (open), so the details are needed: a case, a contact’s follow-up, an isolation, supplies, a claim, a task, a guardianship or a question about symptoms. End or withdraw it, name another guardian, and then erase.',
  ),
  'person/values-missing': rule(
    '성명·생년월일·연락처 중 알려지지 않은 것(missing)이 있습니다. 먼저 인적사항을 보완하세요.',
    'Of name, date of birth and telephone something is not known (missing). Complete the person’s details first.',
  ),
  'person/not-merged': rule(
    '병합된 기록이 아닙니다. 취소할 병합이 없습니다. 식별자를 확인하세요.',
    'The record is not merged, so there is nothing to undo. Check the id.',
  ),
  'person/already-registered': rule(
    '이미 등록된 사람입니다. POST /people/searches로 찾아 그 기록을 쓰세요.',
    'The person is registered already. Find the record with POST /people/searches, and use it.',
  ),
  'case/identity-not-in-doubt': rule(
    '신원이 의심되는 사례가 아닙니다. 사례를 다시 읽으세요.',
    'The identity is not in doubt. Read the case again.',
  ),
  'case/nothing-recorded': rule('기록할 내용을 하나 이상 보내세요.', 'Send at least one thing to record.'),
  'disease/malformed': invalid(
    '/disease',
    '질병 코드는 영문 소문자입니다(예: covid-19).',
    'A disease code is in lower case, for example covid-19.',
  ),
  'case/fact-malformed': invalid(
    '/facts',
    '사실은 지침이 선언한 이름과 참·거짓, 수 또는 코드로 20개까지 입력하세요.',
    'Give at most 20 facts, each by the name that the protocol declares, as true or false, a number or a code.',
  ),
  'risk-factor/malformed': invalid(
    '/riskFactors',
    '위험요인 코드의 형식이 올바르지 않습니다. 지침에 있는 코드를 쓰세요.',
    'A risk factor is a code of letters. Use one that the protocol names.',
  ),
  'symptoms/hours-impossible': invalid(
    '/feverFreeForHours',
    '시간은 0~9600 범위여야 합니다.',
    'The hours must lie between 0 and 9600.',
  ),
  'symptoms/contradict-course': invalid(
    '/symptoms',
    '증상이 없다고 하면서 증상을 적었습니다. 경과나 증상을 고치세요.',
    'Free of symptoms, yet symptoms are listed. Mend the course or the symptoms.',
  ),
  'disease/without-protocol': invalid(
    '/disease',
    '이 질병의 지침이 공표되지 않았습니다. 질병 코드를 확인하거나 지침을 공표하세요.',
    'No protocol is published for this disease. Check the code, or publish one.',
  ),
};
