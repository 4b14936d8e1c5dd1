import type { ContactStanding } from '../../activities/index.ts';

export type ContactWait = 'period' | 'test-day' | 'test-result' | 'own-case';

export const CONTACT_STAGES: Readonly<Record<ContactStanding['stage'], string>> = {
  grading: '접촉 확인 · to be graded',
  planning: '조치 결정 · what follows is to be decided',
  watched: '추적관리 중 · under follow-up',
  'period-over': '기간 종료 · the period is over',
  'source-cleared': '감염원 사례 취소 · the source was no case',
  'falling-ill': '증상 또는 양성 · ill or tested positive',
  'becoming-case': '의심·확진 전환 · becomes a case',
  suspected: '의심환자 진단 중 · their own case is being diagnosed',
  'handing-over': '자가격리에서 격리로 · quarantine goes over into isolation',
  reverting: '의심 해제 · no case after all',
  leaving: '자가격리 해제 검토 · counts no more for the quarantine',
  closed: '종료 · closed',
};

export const CONTACT_WAITS: Readonly<Record<ContactWait, string>> = {
  period: '추적관리 종료일 · the end of the period',
  'test-day': '검사일 · the day of the next test',
  'test-result': '검사 결과 · the result of a test',
  'own-case': '본인 사례의 진단 · the diagnosis of their own case',
};
