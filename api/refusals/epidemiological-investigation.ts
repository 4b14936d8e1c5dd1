import type { EpidemiologicalInvestigationCode } from '../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const EPIDEMIOLOGICAL_INVESTIGATION: Refusals<EpidemiologicalInvestigationCode> = {
  'contact/already-converted': rule(
    '이미 환자로 전환된 접촉자입니다. 환자 사례에서 처리하거나 전환을 되돌리세요.',
    'The contact has become a case. Work on the case, or revert the conversion.',
  ),
  'contact/already-dropped': rule(
    '제외된 접촉자입니다. 다시 접촉했다면 새로 등록하세요.',
    'The contact was dropped. Name it anew if there was contact after all.',
  ),
  'contact/already-named': rule('이미 등록된 접촉자입니다.', 'The contact is named already.'),
  'contact/case-of-another-person': rule(
    '다른 사람의 사례입니다. 접촉자 본인의 사례를 지정하세요.',
    'That is another person’s case. Name a case of the exposed person.',
  ),
  'contact/condition-malformed': invalid(
    '/conditions',
    '접촉자 기준의 판본과 조건은 코드여야 합니다. 설명 문장을 넣지 마세요.',
    'The protocol version and its conditions must be codes. Leave out free text.',
  ),
  'contact/exposure-unknown': rule(
    '노출 정보가 없습니다. 노출을 먼저 기록하세요.',
    'No exposure is known. Record an exposure first.',
  ),
  'contact/grade-unknown': invalid(
    '/grade',
    '접촉자 구분은 close, casual, none 중 하나여야 합니다.',
    'The grade must be close, casual or none.',
  ),
  'contact/needs-no-follow-up': rule(
    '접촉자가 아닌 것으로 판정되었습니다. 감시가 필요하면 다시 판정하세요.',
    'The contact was graded as none. Grade it again if it needs follow-up.',
  ),
  'contact/not-a-case': rule(
    '환자로 전환되지 않은 접촉자입니다. 먼저 환자로 전환하세요.',
    'The contact is not a case. Convert it to a case first.',
  ),
  'contact/not-found': absent('해당 접촉자가 없습니다.', 'There is no such contact.'),
  'contact/not-graded': rule(
    '접촉 확인이 되지 않았습니다. 먼저 접촉을 확인하세요.',
    'The contact is not verified. Verify it first.',
  ),
  'contact/not-under-follow-up': rule(
    '감시 중인 접촉자가 아닙니다. 감시 상태를 확인하세요.',
    'The contact is not under follow-up. Check its follow-up status.',
  ),
  'contact/of-oneself': invalid(
    '/exposedPersonId',
    '본인은 자신의 접촉자가 될 수 없습니다. 노출된 사람을 확인하세요.',
    'Nobody is a contact of themselves. Check the exposed person.',
  ),
  'contact/own-source': rule(
    '선행확진자와 같은 사례입니다. 접촉자의 사례를 지정하세요.',
    'This is the source case. Name the case of the exposed person.',
  ),
  'contact/regrade-needs-reason': rule(
    '이미 판정된 접촉자입니다. 판정을 바꾸는 사유를 선택하세요.',
    'The contact is graded already. Choose a reason for the other grade.',
  ),
  'contact/transmission-not-established': rule(
    '인정된 전파 관계가 없습니다.',
    'No transmission is established that could be withdrawn.',
  ),
  'exposure/attribute-malformed': invalid(
    '/exposures/attributes',
    '노출의 부가 정보는 이름과 코드, 숫자, 참·거짓이어야 합니다(최대 20개).',
    'Further facts of an exposure are names with codes, numbers or truths, at most 20.',
  ),
  'exposure/distance-impossible': invalid(
    '/distanceMetres',
    '거리는 0 이상의 미터 값이어야 합니다.',
    'The distance must be in metres, not below zero.',
  ),
  'exposure/minutes-impossible': invalid(
    '/minutes',
    '시간은 0 이상의 정수(분)여야 합니다.',
    'The duration must be a whole number of minutes, not below zero.',
  ),
  'exposure/setting-unknown': invalid(
    '/setting',
    '알 수 없는 노출 환경입니다. 목록에서 선택하세요.',
    'The setting is unknown. Choose one of the list.',
  ),
  'information-request/already-destroyed': rule(
    '다른 증명서로 이미 파기되었습니다. 파기 증명서를 확인하세요.',
    'The raw records were destroyed under another certificate. Check the certificate.',
  ),
  'information-request/already-requested': rule(
    '이미 요청된 조회입니다.',
    'The look-up is requested already.',
  ),
  'information-request/destroy-by-too-late': rule(
    '파기 예정일이 법정 보유 기간을 넘습니다. 더 이른 날짜를 입력하세요.',
    'The law does not let the records be kept so long. Give an earlier day.',
  ),
  'information-request/destroy-by-too-soon': invalid(
    '/destroyBy',
    '파기 예정일이 결과를 받은 날보다 빠릅니다. 날짜를 확인하세요.',
    'The records cannot be destroyed before they are there. Check the day.',
  ),
  'information-request/legal-basis-malformed': invalid(
    '/legalBasis',
    '법적 근거는 법률과 조항의 코드여야 합니다(예: idcpa-76-2).',
    'The legal basis must be the code of an act and article, for example idcpa-76-2.',
  ),
  'information-request/legal-basis-not-in-force': invalid(
    '/legalBasis',
    '현행 지침의 법적 근거와 다릅니다. 지침에 적힌 근거를 입력하거나 비워 두세요.',
    'The protocol in force names another legal basis. Give that one, or leave it out.',
  ),
  'information-request/kind-mistaken': rule(
    '다른 종류의 조회에 대한 응답입니다. 조회 번호와 제공 기관을 확인하세요.',
    'The answer is for a look-up of another kind. Check the look-up and its provider.',
  ),
  'information-request/no-result': rule(
    '조회 결과가 없습니다. 결과를 먼저 기록하세요.',
    'There are no records. Record a result first.',
  ),
  'information-request/not-approved': rule(
    '승인되지 않은 조회입니다. 먼저 승인을 받으세요.',
    'The look-up is not approved. Have it approved first.',
  ),
  'information-request/not-awaiting-approval': rule(
    '승인을 기다리는 조회가 아닙니다. 현재 상태를 확인하세요.',
    'The look-up does not await approval. Check where it stands.',
  ),
  'information-request/not-found': absent('해당 조회 요청이 없습니다.', 'There is no such look-up.'),
  'information-request/nothing-to-destroy': rule(
    '파기할 원자료가 없는 조회입니다.',
    'The look-up found nothing, so there is nothing to destroy.',
  ),
  'information-request/record-count-impossible': invalid(
    '/recordCount',
    '건수는 1 이상의 정수여야 합니다. 결과가 없으면 "해당 없음"으로 기록하세요.',
    'The count must be a whole number from 1. Without records, record that nothing was found.',
  ),
  'information-request/records-destroyed': rule(
    '원자료가 파기되어 더 이상 열람하거나 바꿀 수 없습니다. 필요하면 새로 요청하세요.',
    'The raw records are destroyed. Make a new request if they are needed.',
  ),
  'information-request/reference-malformed': invalid(
    '',
    '참조 번호는 영문, 숫자, 점, 밑줄, 하이픈 1~64자입니다.',
    'A reference has 1 to 64 letters, digits, dots, underscores and hyphens.',
  ),
  'information-request/rejected': rule(
    '반려된 조회입니다. 필요하면 새로 요청하세요.',
    'The look-up was rejected. Make a new request if it is needed.',
  ),
  'information-request/requester-malformed': invalid(
    '/requestedBy',
    '요청자는 계정이어야 합니다. 이름을 넣지 마세요.',
    'The requester must be an account, not a name.',
  ),
  'information-request/result-contradicts-earlier': rule(
    '이전에 기록된 결과와 다릅니다. 제공 기관에 확인하세요.',
    'This contradicts the result recorded earlier. Ask the provider.',
  ),
  'information-request/retention-over': rule(
    '보유 기간이 끝나 열람할 수 없습니다. 원자료를 파기하세요.',
    'The records may be kept no longer. Have them destroyed.',
  ),
  'information-request/role-may-not-approve': rule(
    '현행 지침에서 이 조회를 승인할 수 없는 직책입니다. 지침에 적힌 승인권자에게 승인을 요청하세요.',
    'The protocol in force does not let this role approve the look-up. Ask one of the approvers that it names.',
  ),
  'information-request/role-unknown': invalid(
    '/role',
    '승인할 수 있는 직책이 아닙니다. 승인권자의 직책을 선택하세요.',
    'This role does not approve look-ups. Choose the approver’s role.',
  ),
  'information-request/same-person': rule(
    '요청한 사람은 승인할 수 없습니다. 다른 승인권자에게 맡기세요.',
    'Who made the request may not approve it. Hand it to another approver.',
  ),
  'information-request/submission-contradicts-earlier': rule(
    '이미 다른 접수번호로 제출되었습니다. 제공 기관에 확인하세요.',
    'It was submitted under another reference. Ask the provider.',
  ),
  'information-request/time-limit-impossible': invalid(
    '',
    '기한은 0 이상의 정수(일)여야 합니다.',
    'A time limit must be a whole number of days, not below zero.',
  ),
  'place/malformed': invalid(
    '/placeId',
    '장소는 장소 코드여야 합니다(영문, 숫자, 하이픈 1~64자). 주소를 넣지 마세요.',
    'The place must be a place code (1 to 64 letters, digits and hyphens), not an address.',
  ),
  'route/already-begun': rule('이미 시작된 동선 조사입니다.', 'The route is begun already.'),
  'route/already-finished': rule(
    '조사가 끝난 동선입니다. 바꾸려면 먼저 다시 여세요.',
    'The route is finished. Reopen it before changing it.',
  ),
  'route/not-finished': rule('아직 끝나지 않은 동선 조사입니다.', 'The route is not finished.'),
  'route/not-found': absent('해당 동선이 없습니다.', 'There is no such route.'),
  'route/place-in-another-district': rule(
    '같은 장소가 다른 행정구역으로 기록되어 있습니다. 장소 코드와 행정구역을 확인하세요.',
    'That place is known in another district. Check the place and the district.',
  ),
  'route/too-many-visits': rule(
    '동선에 기록할 수 있는 방문 수를 넘었습니다. 필요한 방문만 기록하세요.',
    'The route holds no more visits. Record only those that matter.',
  ),
  'route/visit-id-reused': rule(
    '다른 방문에 쓰인 식별자입니다. 새 식별자를 쓰세요.',
    'That id belongs to another visit. Use a new one.',
  ),
  'route/visit-not-found': absent('동선에 해당 방문이 없습니다.', 'The route has no such visit.'),
  'route/visit-overlaps-another': rule(
    '같은 장소의 다른 방문과 시간이 겹칩니다. 한쪽 방문을 제외한 뒤 올바른 시각으로 다시 기록하세요.',
    'Another visit of that place overlaps these times. Reject one and record it anew at the right time.',
  ),
  'route/visit-rejected': rule(
    '방문하지 않은 것으로 처리되었습니다. 먼저 방문을 인정하세요.',
    'The visit was rejected. Establish it before correcting it.',
  ),
  'route/visits-undecided': rule(
    '확인되지 않은 방문이 있습니다. 모든 방문을 인정하거나 제외하세요.',
    'Some visits are undecided. Establish or reject each of them.',
  ),
  'visit/id-malformed': invalid(
    '/visitId',
    '방문 식별자는 영문, 숫자, 하이픈 1~64자입니다.',
    'A visit id has 1 to 64 letters, digits and hyphens.',
  ),
  'visit/in-the-future': invalid(
    '/to',
    '방문 시각이 미래입니다. 지금이나 그 이전 시각을 입력하세요.',
    'The visit lies in the future. Give a time that is over.',
  ),
  'visit/source-unknown': invalid(
    '/source',
    '알 수 없는 근거입니다. 목록에서 선택하세요.',
    'The source of evidence is unknown. Choose one of the list.',
  ),
};
