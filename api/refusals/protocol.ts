import type { ProtocolCode } from '../../domain/shared-kernel/error-codes/protocol.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const PROTOCOL: Refusals<ProtocolCode> = {
  'protocol/already-published': rule(
    '같은 내용의 버전이 이미 공표되어 있습니다. 공표할 것이 없습니다. GET /protocols에서 그 버전을 확인하세요.',
    'A version with these very contents is published already. Look for it in GET /protocols.',
  ),
  'protocol/effective-date-taken': invalid(
    '/protocol/effectiveFrom',
    '그 시행일의 버전이 이미 있습니다. 고치는 것이라면 corrects에 그 버전을 적으세요.',
    'A version with this effective date exists. To correct it, name it in corrects.',
  ),
  'protocol/history-malformed': invalid(
    '/history',
    '이력에 실제로 없는 날짜나 시각이 있습니다. 고쳐서 다시 보내세요.',
    'The history holds a day or a moment that does not exist. Mend it, and send it again.',
  ),
  'protocol/invalid': invalid(
    '/protocol',
    '공표할 수 없는 지침입니다. errors의 위치를 고치세요.',
    'This protocol cannot be published. Mend the places named in errors.',
  ),
  'protocol/not-found': absent(
    '그런 지침 버전이 없습니다. GET /protocols에서 확인하세요.',
    'There is no such protocol version. See GET /protocols.',
  ),
  'protocol/overlapping-date': invalid(
    '/protocol/effectiveFrom',
    '다른 버전의 정해진 시행 기간과 겹칩니다. overlaps의 버전을 확인하세요.',
    'It overlaps with the stated period of another version. See the one named in overlaps.',
  ),
  'protocol/release-alone': invalid(
    '/protocol/rules',
    'caseRelease가 있으면 releaseCheck와 contactHours도 있어야 환자에게 묻고 해제할 수 있습니다. missing의 규칙을 더하세요.',
    'With caseRelease there must be releaseCheck and contactHours, or nobody is asked and released. Add the rules named in missing.',
  ),
  'protocol/rule-absent': rule(
    '이 지침에는 그 질문에 답하는 규칙이 없습니다. 다른 버전에 묻거나, 규칙을 담은 지침을 공표하세요(POST /protocols).',
    'This protocol has no rule that answers the question. Ask another version, or publish one that has it (POST /protocols).',
  ),
  'protocol/leaves-no-choice': rule(
    '그 버전의 해제 기준은 개인별로 선택할 수 없습니다. 사례에 적용되는 지침을 그대로 따르세요.',
    'The release rule of that version leaves no choice for one person. Go by the protocol that applies to the case.',
  ),
};
