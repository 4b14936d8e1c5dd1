import type { WorklistCode } from '../../domain/shared-kernel/error-codes/worklist.ts';
import { absent, invalid, rule, type Refusals } from './refusal.ts';

export const WORKLIST: Refusals<WorklistCode> = {
  'staff-account/absence-ends-too-early': invalid(
    '/until',
    '부재가 끝나는 시각(until)은 시작(from)과 지금보다 뒤여야 합니다.',
    'An absence ends (until) after it begins (from), and later than now.',
  ),
  'staff-account/already-absent': rule(
    '그동안 이미 부재로 등록되어 있습니다(from~until). 그 부재를 먼저 끝내거나, 연장이면 until부터 등록하세요.',
    'An absence is on record for that time already (from, until). End it first; to make it longer, report the next one from its end.',
  ),
  'staff-account/already-revoked': rule(
    '접근이 이미 차단된 계정입니다. 다시 차단할 필요가 없습니다.',
    'Access is revoked already. There is nothing left to do.',
  ),
  'staff-account/not-absent': rule(
    '등록된 부재가 없습니다. GET /staff/{계정}에서 확인하세요.',
    'No absence is on record. See GET /staff/{account}.',
  ),
  'staff-account/not-found': absent(
    '관할에 그 계정의 이용 기록이 없습니다. 계정 이름을 확인하고, 처음 쓰는 계정이면 중앙방역대책본부에 요청하세요.',
    'Nobody of that account has worked in your districts. Check its name; of one that was never used, ask the headquarters.',
  ),
  'staff-account/not-revoked': rule(
    '차단된 계정이 아닙니다. 그대로 쓸 수 있습니다.',
    'Access is not revoked. The account can be used as it is.',
  ),
  'staff-account/own-access': rule(
    '본인의 접근은 본인이 차단하거나 복구할 수 없습니다. 다른 책임자에게 요청하세요.',
    'Nobody revokes or restores their own access. Ask another supervisor.',
  ),
  'saved-filter/name-taken': rule(
    '같은 이름으로 저장한 조건이 있습니다. 다른 이름을 쓰거나 먼저 지우세요.',
    'You keep a filter under this name already. Use another name, or remove that one first.',
  ),
  'saved-filter/not-found': absent(
    '저장한 조건이 없습니다. GET /saved-filters에서 번호를 확인하세요.',
    'There is no such filter. Look for it in GET /saved-filters.',
  ),
  'saved-filter/too-many': rule(
    '저장할 수 있는 조건의 수(most)를 넘었습니다. 쓰지 않는 조건을 먼저 지우세요.',
    'You keep as many filters as an account can (most). Remove one that you do not use.',
  ),
  'task/not-found': absent(
    '해당 과업이 없습니다. GET /tasks에서 번호를 확인하세요.',
    'There is no such task. Look for it in GET /tasks.',
  ),
  'task/already-closed': rule(
    '이미 종료된 과업입니다. 할 일이 남았는지 GET /tasks에서 확인하세요.',
    'The task is closed already. See in GET /tasks whether anything is left to do.',
  ),
  'task/already-open': rule(
    '이미 열린 과업입니다. GET /tasks에서 그 과업을 확인하세요.',
    'The task is open already. Look for it in GET /tasks.',
  ),
  'task/about-nothing': invalid(
    '/caseId',
    '과업의 대상이 없습니다. 사례 또는 대상을 지정하세요.',
    'The task is about nothing. Name its case, or its subject where the kind allows one.',
  ),
  'task/claimed-by-another': rule(
    '다른 담당자가 맡은 과업입니다. 반납이나 재배정 후 진행하세요.',
    'Somebody else has claimed the task. Have it handed back or reassigned first.',
  ),
  'task/decision-not-offered': rule(
    '이 과업에서 선택할 수 없는 결정입니다. offered 목록에서 고르세요.',
    'The task does not offer this decision. Choose one of those offered.',
  ),
  'task/due-in-the-past': invalid(
    '/dueAt',
    '새 처리기한은 지금보다 뒤여야 합니다.',
    'The new time limit must lie ahead.',
  ),
  'task/due-later': invalid(
    '/dueAt',
    '상위에 올려도 처리기한은 늦출 수 없습니다. latest 이전의 시각을 쓰거나, 기한을 그대로 두려면 dueAt을 비워 두세요.',
    'Sending a task up gives no more time. Use a moment up to latest, or leave dueAt out to keep the time limit.',
  ),
  'task/highest-level': rule(
    '더 올릴 단계가 없습니다. 담당자를 재배정하거나 직접 처리하세요.',
    'There is no higher level. Reassign the task, or decide it.',
  ),
  'task/not-overdue': rule(
    '처리기한(dueAt)이 지나지 않았습니다. 기한 뒤에 올리거나 상급자 사유를 고르세요.',
    'The task is not overdue (dueAt). Wait, or give a supervisor’s reason.',
  ),
  'task/not-the-next-level': rule(
    '현재 단계(level)의 바로 다음 단계로만 올릴 수 있습니다. 과업을 새로 불러오세요.',
    'A task goes up one level at a time from level. Load it again.',
  ),
  'task/owner-absent': rule(
    '부재 중인 사람은 과업을 맡을 수 없습니다. 다른 담당자를 고르거나, 돌아왔으면 책임자가 부재를 끝내게 하세요.',
    'Somebody who is absent takes no task. Choose somebody else; if they are back, have their supervisor end the absence.',
  ),
  'task/owner-without-access': rule(
    '접근이 차단된 계정입니다. 다른 담당자를 고르세요.',
    'The access of that account is revoked. Choose somebody else.',
  ),
  'task/reason-malformed': invalid(
    '/reason',
    '과업의 사유 코드가 올바르지 않습니다. 영문 코드로 적으세요.',
    'The reason of the task is not a code. Write a code of letters.',
  ),
  'task/role-needed': invalid(
    '/role',
    '승인하려면 승인권자의 직책(role)이 필요합니다. 지침이 정한 직책(roles) 중 본인의 직책을 적으세요.',
    'Approving takes the office (role) in which you approve. Give yours, one of those that the protocol names (roles).',
  ),
  'task/subject-unknown': invalid(
    '/subject/kind',
    '알 수 없는 대상 종류입니다. 목록에서 고르세요.',
    'The kind of subject is unknown. Choose one of the list.',
  ),
};
