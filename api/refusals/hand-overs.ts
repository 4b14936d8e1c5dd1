import type { PatientManagementCode } from '../../domain/shared-kernel/error-codes/patient-management.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

type HandOverCode = Extract<PatientManagementCode, `hand-over/${string}`>;

/** 관할 이관 */
export const HAND_OVERS: Refusals<HandOverCode> = {
  'hand-over/to-the-same-district': invalid(
    '/to',
    '이미 그 관할의 사례입니다. 넘겨받을 다른 관할을 선택하세요.',
    'The case belongs to that district already. Name another one.',
  ),
  'hand-over/district-not-in-use': invalid(
    '/to',
    '지금은 쓰지 않는 행정구역입니다. GET /jurisdictions에서 현재 코드를 확인하세요.',
    'That district exists no longer. Look up today’s code with GET /jurisdictions.',
  ),
  'hand-over/not-found': absent(
    '해당 이관이 없습니다. 식별자를 확인하세요.',
    'There is no such hand-over. Check the id.',
  ),
  'hand-over/already-open': rule(
    '이 사례의 이관이 이미 진행 중입니다. 그 이관의 답을 기다리거나 철회하세요.',
    'A hand-over of this case is under way. Wait for its answer, or withdraw it first.',
  ),
  'hand-over/of-a-closed-case': rule(
    '종결된 사례는 이관하지 않습니다. 지금 관할에서 마무리하세요.',
    'A closed case is not handed over. Finish it where it is.',
  ),
  'hand-over/already-answered': rule(
    '이미 끝났거나 답한 이관입니다. 다시 읽고, 필요하면 새로 제안하게 하세요.',
    'The hand-over is answered or over. Read it again; if it is still needed, have it offered anew.',
  ),
  'hand-over/answer-overdue': rule(
    '답할 기한이 지나 원래 관할로 돌아갔습니다. 필요하면 새로 제안하게 하세요.',
    'The time for an answer has passed, and the case stays where it was. Have it offered anew if it is still needed.',
  ),
  'hand-over/not-overdue': rule(
    '아직 답할 기한이 남았습니다. 기한까지 기다리거나 철회하세요.',
    'There is still time for an answer. Wait until then, or withdraw it.',
  ),
  'hand-over/not-accepted': rule(
    '수락되지 않은 이관입니다. 다시 읽고 상태를 확인하세요.',
    'The hand-over is not accepted. Read it again and see where it stands.',
  ),
};
