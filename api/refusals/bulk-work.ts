import type { BulkWorkCode } from '../../domain/shared-kernel/error-codes/bulk-work.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const BULK_WORK: Refusals<BulkWorkCode> = {
  'bulk-run/not-found': absent('해당 일괄 작업이 없습니다.', 'There is no such bulk run.'),
  'bulk-run/already-requested': rule(
    '이미 요청된 일괄 작업입니다. 진행 상황을 조회하세요.',
    'The run was asked for already. Read its progress.',
  ),
  'bulk-run/already-finished': rule(
    '이미 끝난 일괄 작업입니다. 결과를 조회하세요.',
    'The run has finished already. Read its results.',
  ),
  'bulk-run/key-malformed': invalid(
    '/key',
    '작업 이름에 쓸 수 없는 글자가 있습니다.',
    'The key holds characters that are not allowed.',
  ),
};
