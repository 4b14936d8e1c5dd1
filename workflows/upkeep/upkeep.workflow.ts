import { patched } from '@temporalio/workflow';
import { bulk } from '../activity-presets.ts';
import { processClock } from '../process-clock.ts';
import { told } from '../summaries.ts';

/** 점검: every minute, what nobody else looks at. Each part by itself: one that fails is tried again and holds up no other round. */
export async function upkeep(): Promise<void> {
  const at = processClock().now();
  await told(bulk.escalateOverdueTasks, '기한이 지난 과업 올리기 · escalate overdue tasks', { at });
  await told(bulk.reconcileUnsettled, '결과를 모르는 호출 확인 · ask partners what became of calls', { at });
  await told(bulk.reconcileUnreported, '전달 보고가 없는 문자 확인 · messages without a report', { at });
  if (!patched('upkeep/oversights')) return;
  await told(bulk.tellOfMissingRules, '적용할 지침이 없는 사례 · cases without rules in force', { at });
  await told(bulk.tellUntoldCorrections, '알리지 못한 결과 정정 · corrections nobody was told of', { at });
  if (!patched('upkeep/clinics')) return;
  await told(bulk.clinicsNotOpened, '열지 않은 선별진료소 · clinics that nobody has opened', { at });
  if (!patched('upkeep/untold')) return;
  await told(bulk.parkForgottenMessages, '처리되지 않은 수신 메시지 · messages that nobody applied', { at });
  await told(bulk.tellOfUntoldNews, '전달되지 않은 소식 · news that no process was told of', { at });
  if (!patched('upkeep/calls')) return;
  await told(bulk.closeCalls, '응답한 사람의 전화·방문 과업 종료 · calls that are answered', { at });
  if (!patched('upkeep/away')) return;
  await told(bulk.handBackOfTheAway, '부재자의 과업을 다시 목록으로 · tasks of who is away', { at });
  if (!patched('upkeep/exports')) return;
  await told(bulk.tendExports, '승인할 내보내기 확인 · exports to be approved', { at });
}
