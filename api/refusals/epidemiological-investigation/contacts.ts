import type { EpidemiologicalInvestigationCode } from '../../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

type ContactCode = Extract<EpidemiologicalInvestigationCode, `${'contact' | 'exposure'}/${string}`>;

export const CONTACTS: Refusals<ContactCode> = {
  'contact/already-converted': rule(
    '이미 환자로 전환된 접촉자입니다. 환자 사례에서 처리하거나 전환을 되돌리세요.',
    'The contact has become a case. Work on the case, or revert the conversion.',
  ),
  'contact/already-dropped': rule(
    '제외된 접촉자입니다. 다시 접촉했다면 새로 등록하세요.',
    'The contact was dropped. Name it anew if there was contact after all.',
  ),
  'contact/already-named': rule(
    '이미 등록된 접촉자(contactId)입니다. 다른 노출은 그 접촉자에 추가하세요.',
    'This person is a contact of the case already (contactId). Record another exposure on that contact.',
  ),
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
  'contact/not-found': absent(
    '해당 접촉자가 없습니다. GET /contacts에서 번호를 확인하세요.',
    'There is no such contact. Look for it in GET /contacts.',
  ),
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
    '인정된 전파 관계가 없어 철회할 것이 없습니다. 접촉자의 기록을 다시 읽으세요.',
    'No transmission is established that could be withdrawn. Read the contact again.',
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
};
