import type { BulkWorkCode } from '../../domain/shared-kernel/error-codes/bulk-work.ts';
import { absent, invalid, notYours, rule, type Refusals } from './refusal.ts';

export const BULK_WORK: Refusals<BulkWorkCode> = {
  'bulk-run/not-found': absent(
    '해당 일괄 작업이 없습니다. GET /bulk-runs에서 번호를 확인하세요.',
    'There is no such bulk run. Look for it in GET /bulk-runs.',
  ),
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
    '작업 이름에 쓸 수 없는 글자가 있습니다. 다른 이름을 쓰세요.',
    'The key holds characters that are not allowed. Use another one.',
  ),
  'bulk-run/not-yours': notYours(
    '다른 담당자가 요청한 일괄 작업입니다. 요청한 담당자나 관리 책임자에게 맡기세요.',
    'Somebody else asked for this run. Leave it to them, or to a supervisor.',
  ),
  'bulk-run/no-command': rule(
    '일괄 명령만 되돌릴 수 있습니다. 이 작업의 결과를 조회해 하나씩 고치세요.',
    'Only a bulk command can be undone. Read the results of this run and put right what is wrong one by one.',
  ),
  'bulk-run/is-an-undo': rule(
    '되돌리기는 다시 되돌릴 수 없습니다. 같은 명령을 새로 요청하세요.',
    'An undo is not undone. Give the same command anew.',
  ),
  'bulk-run/was-a-trial': rule(
    '시험 실행(dryRun)이라 바뀐 것도, 되돌릴 것도 없습니다. 실제로 실행한 작업의 번호를 확인하세요.',
    'It was only tried (dryRun): nothing changed, and there is nothing to undo. Check the id of the run that was not a trial.',
  ),
  'bulk-run/no-way-back': rule(
    '이 명령은 되돌릴 수 없습니다. GET /bulk-commands의 undo에서 대신 할 일을 확인하세요.',
    'This command has no way back. GET /bulk-commands says under undo what to do instead.',
  ),
  'bulk-run/nothing-to-go-back-to': rule(
    '이전 값이 없어 되돌릴 수 없습니다. 맞는 값을 새로 지정하세요.',
    'There was nothing before it that it could go back to. Set the right value anew.',
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
  'import/row-not-in-doubt': absent(
    '판단을 기다리는 줄이 아닙니다. 결과는 GET /bulk-runs/{id}/results에서 보세요.',
    'No decision waits on that row. See what became of it in GET /bulk-runs/{id}/results.',
  ),
  'import-map/name-taken': rule(
    '그 보건소에 같은 이름의 열 지도가 있습니다. 다른 이름을 쓰거나 그것을 고치세요.',
    'The office has a column map of that name. Choose another name, or replace that one.',
  ),
  'import-map/not-found': absent(
    '해당 열 지도가 없습니다. GET /import-maps에서 확인하세요.',
    'There is no such column map. Look for it in GET /import-maps.',
  ),
};
