import type { InvestigationStanding, LookUpStanding } from '../../activities/index.ts';

export type LookUpWait = 'approval' | 'result' | 'destruction' | 'notice';

export const LOOK_UP_STAGES: Readonly<Record<LookUpStanding['stage'], string>> = {
  requested: '요청됨 · asked for, not approved yet',
  approved: '승인됨 · approved',
  rejected: '반려됨 · rejected',
  submitted: '제공 기관 조회 중 · with the provider',
  resulted: '결과 있음 · with a result',
  closed: '종료 · person told, raw records gone',
};

export const LOOK_UP_WAITS: Readonly<Record<LookUpWait, string>> = {
  approval: '승인권자 승인 · approval by somebody else',
  result: '제공 기관 회신 · the provider’s answer',
  destruction: '원자료 파기 시각 · the hour of destruction',
  notice: '당사자 통지 · that the person is told',
};

export type InvestigationWait = 'interview' | 'look-ups' | 'visits' | 'finish';

export const INVESTIGATION_STAGES: Readonly<Record<InvestigationStanding['stage'], string>> = {
  begun: '조사 시작 · begun',
  gathering: '자료 수집 중 · interview and look-ups',
  deciding: '방문 확인 중 · visits to establish',
  complete: '조사 완료 · everything is known',
  finished: '종료 · finished',
  'called-off': '중단 · no case any more',
};

export const INVESTIGATION_WAITS: Readonly<Record<InvestigationWait, string>> = {
  interview: '설문 또는 전화 조사 답변 · answers of the interview',
  'look-ups': '조회 결과 · the look-ups',
  visits: '조사관의 방문 확인 · an investigator’s word on visits',
  finish: '종료 확인 · the end, on record',
};
