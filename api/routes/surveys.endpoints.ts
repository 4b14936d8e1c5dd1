import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { answersBody, surveyRefusalBody } from '../schemas/investigation.ts';
import { ofSurvey } from '../schemas/params.ts';

const survey = {
  tag: 'investigation',
  about: 'survey',
  params: ofSurvey,
  name: 'surveyId',
  action: 'survey:record',
} as const;

/** 설문: what somebody answered by telephone or in person, or that they would not. */
export const SURVEYS: readonly Endpoint[] = [
  command(
    {
      ...survey,
      path: '/surveys/:id/answers',
      does: {
        ko: '전화나 대면으로 받은 설문 답변을 입력합니다.',
        en: 'Enters what somebody answered to a questionnaire, by telephone or in person.',
      },
      more: {
        ko: 'answers는 문항 코드별 답입니다. 예/아니요, 숫자, 코드, 날짜만 받습니다. 본인이 아니라는 답이 있으면 환자의 신원을 확인하게 됩니다.',
        en: 'answers goes by the codes of the questions: yes or no, a number, a code or a day. An answer that contradicts the register puts the patient’s identity in doubt.',
      },
      body: answersBody,
      example: {
        channel: 'telephone',
        answers: {
          'went-out': true,
          'visit-1-place': 'REST-1042',
          'visit-1-district': 11110,
          'visit-1-day': '2026-11-18',
          'visit-1-from': 19,
          'visit-1-hours': 1.5,
        },
      },
      problems: ['survey', 'case'],
    },
    (requests, ask) => requests.recordAnswers(ask),
  ),
  command(
    {
      ...survey,
      path: '/surveys/:id/refusal',
      does: {
        ko: '설문에 답하지 않겠다고 하거나 답할 수 없음을 기록합니다.',
        en: 'Records that somebody will not or cannot answer a questionnaire.',
      },
      body: surveyRefusalBody,
      example: { reason: 'declined' },
      problems: ['survey'],
    },
    (requests, ask) => requests.refuseSurvey(ask),
  ),
];
