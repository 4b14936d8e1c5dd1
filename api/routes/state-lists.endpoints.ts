import type { Endpoint } from '../contract/endpoint.ts';
import {
  claimsQuery,
  clinicsQuery,
  isolationsQuery,
  lookUpsQuery,
  suppliesQuery,
  surveysQuery,
  testsQuery,
} from '../schemas/state-lists.ts';
import {
  claimListed,
  clinicListed,
  isolationListed,
  lookUpListed,
  suppliesListed,
  surveyListed,
  testListed,
} from '../schemas/states-listed.ts';
import { stateList } from './state-list.ts';

/** What a team has, by where it stands: clinics, tests, isolations, supplies, surveys, claims and look-ups. */
export const STATE_LISTS: readonly Endpoint[] = [
  stateList({
    path: '/isolations',
    tag: 'isolation',
    does: {
      ko: '격리와 자가격리의 목록을 봅니다.',
      en: 'Isolations and quarantines.',
    },
    more: {
      ko: '시행 중인 것은 `stage=active`, 내가 맡은 것은 `officer`에 내 계정, 곧 끝날 것은 `endsBefore`입니다. 격리해제 기준으로 끝나는 격리에는 종료 시각이 없습니다.',
      en: 'In force is `stage=active`; mine are found by my account as `officer`, those that end soon by `endsBefore`. What the release criteria end has no such moment.',
    },
    kind: 'isolation',
    id: 'isolationId',
    by: ['caseId', 'personId'],
    query: isolationsQuery,
    item: isolationListed,
  }),
  stateList({
    path: '/supplies',
    tag: 'isolation',
    does: {
      ko: '격리 물품의 목록을 봅니다.',
      en: 'Supplies of people in isolation.',
    },
    more: {
      ko: '필수품을 확인할 것은 `stage=opened`, 배송 중은 `shipped`, 실패한 것은 `failed`, 환불을 기다리는 것은 `refund-due`입니다. 확인 결과는 `/supplies/{id}/check`에 입력합니다.',
      en: 'To be checked is `stage=opened`, on its way `shipped`, come to nothing `failed`, money to come back `refund-due`. What is missing is entered at `/supplies/{id}/check`.',
    },
    kind: 'supplies',
    id: 'suppliesId',
    by: ['isolationId'],
    query: suppliesQuery,
    item: suppliesListed,
  }),
  stateList({
    path: '/tests',
    tag: 'testing',
    does: {
      ko: '검사의 목록을 봅니다.',
      en: 'Tests: what waits for a specimen, and what for a result.',
    },
    more: {
      ko: '채취할 것은 `stage=ordered`와 `stage=rejected`(다시 채취), 결과를 기다리는 것은 `stage=collected`와 `stage=received`입니다. 오래된 것부터 보려면 `sort=testId`입니다.',
      en: 'A specimen is to be taken of `stage=ordered` and, anew, of `stage=rejected`; `stage=collected` and `stage=received` wait for a result. `sort=testId` has the oldest first.',
    },
    kind: 'test',
    id: 'testId',
    by: ['caseId', 'contactId'],
    query: testsQuery,
    item: testListed,
  }),
  stateList({
    path: '/surveys',
    tag: 'investigation',
    does: {
      ko: '설문의 목록을 봅니다.',
      en: 'Surveys.',
    },
    more: {
      ko: '답을 기다리는 것은 `stage=offered`, 거부한 것은 `refused`, 답 없이 기한이 지난 것은 `expired`입니다.',
      en: '`stage=offered` waits for an answer, `refused` was declined, `expired` was not answered in time.',
    },
    kind: 'survey',
    id: 'surveyId',
    by: ['caseId'],
    query: surveysQuery,
    item: surveyListed,
  }),
  stateList({
    path: '/look-ups',
    tag: 'investigation',
    does: {
      ko: '정보 조회 요청의 목록을 봅니다.',
      en: 'Look-ups of entry logs and card approvals.',
    },
    more: {
      ko: '승인을 기다리는 것은 `stage=requested`, 제공기관의 답을 기다리는 것은 `submitted`, 결과가 온 것은 `resulted`입니다. 곧 파기할 것은 `destroyByBefore`(날짜)로 찾습니다.',
      en: '`stage=requested` waits for approval, `submitted` for the provider; of `resulted` the records have come. `destroyByBefore`, a day, finds what is to be destroyed soon.',
    },
    kind: 'information-request',
    id: 'informationRequestId',
    by: ['caseId'],
    query: lookUpsQuery,
    item: lookUpListed,
  }),
  stateList({
    path: '/living-support',
    tag: 'living-support',
    does: {
      ko: '생활지원 신청의 목록을 봅니다.',
      en: 'Claims to living support.',
    },
    more: {
      ko: '심사할 사실이 빠진 것은 `stage=facts-missing`, 금액을 정할 것은 `amount-unknown`, 승인을 기다리는 것은 `awaiting-approval`, 지급에 실패한 것은 `payment-failed`, 환수할 것은 `reversed`입니다.',
      en: '`stage=facts-missing` lacks what it turns on, `amount-unknown` an amount; `awaiting-approval` waits for approval, `payment-failed` was not paid, of `reversed` money is due back.',
    },
    kind: 'living-support',
    id: 'livingSupportId',
    by: ['isolationId'],
    query: claimsQuery,
    item: claimListed,
  }),
  stateList({
    path: '/clinics',
    tag: 'testing',
    does: {
      ko: '선별진료소의 목록을 봅니다.',
      en: 'Screening clinics.',
    },
    more: {
      ko: '오늘 열린 곳은 `stage=open`입니다. 하루의 근무와 검사 여력은 `/clinics/{id}`에서 봅니다.',
      en: 'Open today is `stage=open`. Shifts and capacity of a day are at `/clinics/{id}`.',
    },
    kind: 'clinic',
    id: 'clinicId',
    query: clinicsQuery,
    item: clinicListed,
  }),
];
