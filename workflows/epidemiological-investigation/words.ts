import type { LookUpStanding } from '../../activities/index.ts';

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
