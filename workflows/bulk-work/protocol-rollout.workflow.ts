import { patched } from '@temporalio/workflow';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { bulk } from '../activity-presets.ts';
import { told } from '../summaries.ts';
import { bulkProcess } from './bulk-process.ts';

/**
 * 지침 변경 적용: whenever a protocol is published for open episodes, every open episode of its disease is planned anew,
 * with the old date, the new one and the version in its history; whose moment has passed is released at once.
 */
export async function protocolRollout(input: ProcessInput): Promise<void> {
  const rollout = bulkProcess('rollout', input);
  const asked = { version: input.id, at: rollout.now() };
  const wanted = await told(bulk.requestRollout, '적용 대상 확인 · does it reach open episodes', asked);
  if (!wanted) return;
  await rollout.begin();
  await rollout.through('시행일 대기 · until it takes effect', bulk.awaitEffect);
  await rollout.through('환자 일정 재계산 · plan the open cases anew', bulk.replanCases);
  if (patched('contacts'))
    await rollout.through('접촉자 일정 재계산 · plan the contacts anew', bulk.replanContacts);
  await rollout.through('자가격리 종료일 재계산 · move the ends of quarantines', bulk.replanQuarantines);
  await rollout.finish();
}
