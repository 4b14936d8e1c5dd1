import type { EpidemiologicalInvestigationCode } from '../../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

type LookUpCode = Extract<EpidemiologicalInvestigationCode, `information-request/${string}`>;

export const LOOK_UPS: Refusals<LookUpCode> = {
  'information-request/already-destroyed': rule(
    '다른 증명서로 이미 파기되었습니다. 파기 증명서를 확인하세요.',
    'The raw records were destroyed under another certificate. Check the certificate.',
  ),
  'information-request/already-requested': rule(
    '이미 요청된 조회입니다. GET /look-ups에서 그 조회를 확인하세요.',
    'The look-up is requested already. Look for it in GET /look-ups.',
  ),
  'information-request/case-is-none': rule(
    '취소되었거나 환자가 아닌 것으로 확인된 사례라서 기록을 조회하거나 열람할 수 없습니다. 승인 전의 조회는 저절로 종료됩니다. 다시 환자로 확인되면 새 사례에서 요청하세요.',
    'The case was withdrawn or ruled out, so nobody’s records are looked up or read for it. A look-up that was not sent ends by itself. Should the person be a case after all, ask from the new case.',
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
  'information-request/entry-named': rule(
    '이 출입 기록은 이미 접촉자(contactId)로 등록되었습니다. 그 접촉자를 수정하거나, 잘못이면 제외한 뒤 다시 등록하세요.',
    'This entry is a contact already (contactId). Put that one right, or drop it first if it was a mistake.',
  ),
  'information-request/entry-not-found': absent(
    '이 조회 결과에 해당 출입 기록이 없습니다. 결과를 다시 열어 기록 번호(entry)를 확인하세요.',
    'The records hold no such entry. Open them again and check the entry.',
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
  'information-request/identity-in-doubt': rule(
    '환자의 신원이 의심되어 다른 사람의 기록을 조회할 수 있습니다. 신원 확인을 먼저 마친 뒤 다시 요청하거나 승인하세요.',
    'The identity of the patient is in doubt, so the records might be somebody else’s. Resolve the identity first, then ask or approve again.',
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
  'information-request/not-found': absent(
    '해당 조회 요청이 없습니다. GET /look-ups에서 번호를 확인하세요.',
    'There is no such look-up. Look for it in GET /look-ups.',
  ),
  'information-request/not-of-a-venue': rule(
    '장소가 아니라 환자의 기록을 조회한 요청입니다. 동선의 방문에서 장소 조회를 요청하세요.',
    'The case itself was looked up, not a place. Ask for the entry log of a place from a visit of the route.',
  ),
  'information-request/of-a-venue': rule(
    '장소의 출입 기록을 조회한 요청입니다. 통지나 동선 반영 대신 결과에서 접촉자를 등록하세요.',
    'The entry log of a place was looked up: there is nobody in particular to tell, and no visit to draw. Name contacts from it.',
  ),
  'information-request/outside-infectious-days': rule(
    '방문 시간이 현행 지침의 전파 가능 기간 밖입니다. 기간 안의 방문을 선택하세요.',
    'The case was there outside of the days on which others could catch it. Choose a visit within them.',
  ),
  'information-request/nothing-to-destroy': rule(
    '파기할 원자료가 없는 조회입니다. 더 할 일은 없습니다. 번호가 맞는지만 확인하세요.',
    'The look-up found nothing, so there is nothing to destroy. Check that it is the right one.',
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
  'information-request/retention-not-over': rule(
    '원자료의 파기일(destroyBy)이 아직 오지 않았습니다. 그날 저절로 파기되니 기다리세요.',
    'The raw records are kept until their day (destroyBy), and are destroyed then by themselves. Wait for it.',
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
  'information-request/not-ones-own': rule(
    '본인이 요청했거나 입력한 조회만 철회할 수 있습니다. 요청한 사람에게 철회를, 또는 승인권자에게 반려를 부탁하세요.',
    'Only who asked for a look-up, or entered it, may take it back. Ask them, or have an approver reject it.',
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
  'information-request/venue-needs-entry-log': rule(
    '장소별 조회는 전자출입명부에만 요청할 수 있습니다.',
    'Only the entry log is looked up by place. Choose that kind.',
  ),
  'information-request/visit-not-established': rule(
    '조회의 근거인 방문이 제외되었거나 시간이 바뀌었거나, 사례가 취소되었습니다. 승인 대기 중이면 반려하고, 필요하면 확정된 방문에서 다시 요청하세요.',
    'The visit behind this look-up was rejected or has other times, or the case is none. Turn the request down if it awaits approval; ask anew from an established visit if it is needed.',
  ),
};
