import type { IsolationManagementCode } from '../../../domain/shared-kernel/error-codes/isolation-management.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

type IsolationCode = Extract<IsolationManagementCode, `isolation/${string}`>;

export const ISOLATION: Refusals<IsolationCode> = {
  'isolation/protocol-malformed': invalid(
    '/protocol',
    '지침 버전은 영문, 숫자, . _ / @ - 1~100자입니다(예: kr-covid-19/2020-06-25).',
    'A protocol version has 1 to 100 letters, digits and . _ / @ -, for example kr-covid-19/2020-06-25.',
  ),
  'isolation/protocol-missing': invalid(
    '/protocol',
    '종료 시각이 있으면 그 근거인 지침 버전을 입력하세요.',
    'An end needs the protocol version that gave it. Name the version.',
  ),
  'isolation/not-found': absent(
    '격리 명령이 없습니다. 식별자를 확인하거나 먼저 격리를 명령하세요.',
    'There is no isolation order. Check the id, or order the isolation first.',
  ),
  'isolation/already-ended': rule(
    '이미 끝난 격리입니다. 다시 격리하려면 새로 명령하세요.',
    'The isolation has ended already. Order a new one to isolate again.',
  ),
  'isolation/already-ordered': rule(
    '이미 격리 명령이 있습니다. 기간을 바꾸려면 연장 또는 단축하세요.',
    'Isolation is ordered already. Extend or shorten it to change its dates.',
  ),
  'isolation/end-decided-by-criteria': rule(
    '종료가 격리해제 기준으로 정해지는 격리입니다. 사례의 기준 확인을 변경하세요.',
    'The release criteria decide the end of this order. Change the check of the case instead.',
  ),
  'isolation/needs-a-person': rule(
    '위반은 담당자가 직접 확인하거나 철회해야 합니다.',
    'A person has to establish or withdraw a violation. Let an officer decide.',
  ),
  'isolation/not-a-quarantine': rule(
    '자가격리가 아닙니다. 추가 노출은 자가격리자에게만 기록하세요.',
    'This is no quarantine. Record further exposures only for people in quarantine.',
  ),
  'isolation/not-begun': rule(
    '격리 시작일이 아직 오지 않았습니다. startsOn 이후에 시작하세요.',
    'The first day of the isolation has not come. Start it on startsOn or later.',
  ),
  'isolation/not-due': rule(
    '아직 종료 시각이 아닙니다. endsAt까지 기다리거나 사유와 함께 단축하세요.',
    'The end has not come. Wait until endsAt, or shorten the isolation with a reason.',
  ),
  'isolation/not-in-force': rule(
    '그 시각에는 격리가 시행 중이 아니었습니다. 통지와 기간을 확인하세요.',
    'The order was not in force at that time. Check its notice and its dates.',
  ),
  'isolation/not-served': rule(
    '아직 통지되지 않은 격리입니다. 먼저 통지를 기록하세요.',
    'The person has not been told of the order. Record the notice first.',
  ),
  'isolation/still-running': rule(
    '격리가 진행 중입니다. 종료된 뒤에 해제를 통지하세요.',
    'The isolation is still running. Notify the release after its end.',
  ),
  'isolation/violation-not-reported': rule(
    '신고되지 않은 위반입니다. 순번을 확인하거나 먼저 위반을 신고하세요.',
    'No such violation was reported. Check the sequence number, or report it first.',
  ),
  'isolation/violation-withdrawn': rule(
    '이미 철회된 위반입니다. 새로운 사실이면 다시 신고하세요.',
    'The violation is withdrawn. Report it again if there is something new.',
  ),
};
