import type { IsolationManagementCode } from '../../domain/shared-kernel/error-codes/isolation-management.ts';
import { absent, rule, type Refusals } from './refusal.ts';

export const ISOLATION_MANAGEMENT: Refusals<IsolationManagementCode> = {
  'isolation/not-found': absent('격리 명령이 없습니다.', 'There is no isolation order.'),
  'isolation/already-ended': rule('이미 끝난 격리입니다.', 'The isolation has ended already.'),
  'isolation/already-ordered': rule('이미 격리 명령이 있습니다.', 'Isolation is ordered already.'),
  'isolation/still-running': rule('격리가 진행 중입니다.', 'The isolation is still running.'),
};
