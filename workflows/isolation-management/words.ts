import type { IsolationStanding } from '../../activities/index.ts';

export type IsolationWait = 'notice' | 'first-day' | 'end' | 'criteria';

export const ISOLATION_STAGES: Readonly<Record<IsolationStanding['stage'], string>> = {
  ordered: '격리 명령 · ordered, not notified yet',
  served: '통지됨, 시작 전 · notified, not begun',
  active: '격리 중 · in isolation',
  ended: '종료 · ended',
};

export const ISOLATION_WAITS: Readonly<Record<IsolationWait, string>> = {
  notice: '통지 확인 · proof of the notice',
  'first-day': '격리 시작일 · the first day',
  end: '격리 종료 시각 · the end of the period',
  criteria: '격리해제 기준 · the release criteria',
};
