import type { ClinicDayStanding } from '../../activities/index.ts';

export type ClinicWait = 'next-hour' | 'closing-count';

export const CLINIC_STAGES: Readonly<Record<ClinicDayStanding['stage'], string>> = {
  open: '운영 중 · open',
  over: '운영 종료 · closed',
};

export const CLINIC_WAITS: Readonly<Record<ClinicWait, string>> = {
  'next-hour': '다음 운영 시간 · the next hour, or the closing',
  'closing-count': '마감 확인 · the closing count',
};
