import type { DiagnosticTestingCode } from '../../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

export const SURVEYS = {
  'question/malformed': invalid(
    '/questionnaire/questions',
    '설문 문항의 정의가 올바르지 않습니다. 문항을 확인하세요.',
    'A question is declared in a way that cannot be asked. Check it.',
  ),
  'questionnaire/malformed': invalid(
    '/questionnaire',
    '설문지 코드와 버전, 서로 다른 문항이 하나 이상 필요합니다.',
    'A questionnaire needs a code, a version and at least one question, each question once.',
  ),
  'survey/already-answered': rule(
    '이미 응답한 설문입니다. 응답이 틀렸다면 정정하세요.',
    'The survey is answered already. If an answer is wrong, correct it.',
  ),
  'survey/already-offered': rule(
    '이미 보낸 설문입니다. 다시 보내지 말고 답을 기다리거나 전화로 확인하세요.',
    'The survey is offered already. Wait for the answer, or call.',
  ),
  'survey/answer-by-passed': invalid(
    '/answerBy',
    '응답 기한은 지금보다 늦어야 합니다.',
    'The time to answer by must lie ahead.',
  ),
  'survey/answer-malformed': invalid(
    '/answers',
    '문항 유형과 맞지 않는 응답이 있습니다. 해당 응답을 확인하세요.',
    'An answer does not fit its question. Check it.',
  ),
  'survey/answer-missing': invalid(
    '/answers',
    '필수 문항의 응답이 없습니다. 빠진 문항을 채우세요.',
    'A required answer is missing. Give it.',
  ),
  'survey/correction-changes-nothing': rule(
    '정정 내용이 현재 응답과 같습니다. 정정할 응답을 확인하세요.',
    'The correction equals the present answers. Check what is to be corrected.',
  ),
  'survey/expired': rule(
    '응답 기한이 지난 설문입니다. 전화로 조사하세요.',
    'The survey has expired. Telephone the person.',
  ),
  'survey/link-closed': rule(
    '문자 설문이 마감되었습니다. 전화나 대면으로 조사하세요.',
    'The link is closed. Ask by telephone or in person.',
  ),
  'survey/not-answered': rule(
    '아직 응답이 없는 설문입니다. 먼저 응답을 기록하세요.',
    'The survey has no answers yet. Record them first.',
  ),
  'survey/not-found': absent(
    '해당 설문이 없습니다. GET /surveys에서 번호를 확인하세요.',
    'There is no such survey. Look for it in GET /surveys.',
  ),
  'survey/question-unknown': invalid(
    '/answers',
    '설문지에 없는 문항의 응답입니다. 문항 코드를 확인하세요.',
    'An answer belongs to no question of this questionnaire. Check the question’s code.',
  ),
  'survey/still-open': rule(
    '응답 기한이 아직 지나지 않았습니다. 기한까지 기다리세요.',
    'The time to answer has not passed. Wait for it.',
  ),
} satisfies Partial<Refusals<DiagnosticTestingCode>>;
