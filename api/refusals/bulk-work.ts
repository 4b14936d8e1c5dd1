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
  'bulk-run/day-not-come': invalid(
    '/day',
    '아직 오지 않은 날의 파기는 요청할 수 없습니다. 오늘이나 그 이전 날짜를 입력하세요. 그날의 파기는 밤에 저절로 시작됩니다.',
    'That day has not come, so nothing may be destroyed for it yet. Give today or an earlier day; the sweep of each day begins by itself at night.',
  ),
  'bulk-run/key-malformed': invalid(
    '/key',
    '작업 이름에 쓸 수 없는 글자가 있습니다.',
    'The key holds characters that are not allowed.',
  ),
  'import/columns-missing': invalid(
    '',
    '명단에 필요한 열이 없습니다(columns). 첫 줄의 열 이름을 고치거나, 열 이름을 연결한 열 지도(map)와 함께 다시 보내세요.',
    'The list lacks columns that are needed (columns). Name them in its first line, or send it again with a map that says where they stand.',
  ),
  'import/empty': invalid(
    '',
    '명단에 환자가 없습니다. 첫 줄 아래에 한 줄에 한 명씩 넣어 보내세요.',
    'The list has no patients. Send one a line below its first line.',
  ),
  'import-map/name-taken': rule(
    '그 보건소에 같은 이름의 열 지도가 있습니다. 다른 이름을 쓰거나 그것을 고치세요.',
    'The office has a column map of that name. Choose another name, or replace that one.',
  ),
  'import-map/not-found': absent('열 지도가 없습니다.', 'There is no such column map.'),
};
