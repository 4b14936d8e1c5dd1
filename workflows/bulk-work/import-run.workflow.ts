import { patched } from '@temporalio/workflow';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { bulk } from '../activity-presets.ts';
import { bulkProcess } from './bulk-process.ts';

/** 명단 등록: every row of a list that was handed in becomes a person and a case, once. */
export async function importRun(input: ProcessInput): Promise<void> {
  const list = bulkProcess('import', input);
  await list.begin();
  await list.through('명단 등록 · take the rows', bulk.takeRows);
  if (patched('import/links-and-doubts')) {
    await list.through('전파 관계 · who infected whom', bulk.takeLinks);
    await list.settled(
      '확인할 환자 · rows in doubt',
      bulk.takeDoubtful,
      '같은 사람인지 판단 대기 · waits for staff',
    );
    await list.through('남은 전파 관계 · links of rows that were in doubt', bulk.takeLinksLeft);
  }
  await list.finish();
}
