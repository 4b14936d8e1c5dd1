import type { WorklistCode } from '../../domain/shared-kernel/error-codes/worklist.ts';
import { absent, rule, type Refusals } from './refusal.ts';

export const WORKLIST: Refusals<WorklistCode> = {
  'task/not-found': absent('해당 과업이 없습니다.', 'There is no such task.'),
  'task/already-closed': rule('이미 종료된 과업입니다.', 'The task is closed already.'),
  'task/already-open': rule('이미 열린 과업입니다.', 'The task is open already.'),
  'task/decision-not-offered': rule(
    '이 과업에서 선택할 수 없는 결정입니다. offered 목록에서 고르세요.',
    'The task does not offer this decision. Choose one of those offered.',
  ),
};
