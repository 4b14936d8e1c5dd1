import type { ProcessInput } from '../../activities/ports/processes.ts';
import { bulk } from '../activity-presets.ts';
import { bulkProcess } from './bulk-process.ts';

/** 명단 등록: every row of a list that was handed in becomes a person and a case, once. */
export async function importRun(input: ProcessInput): Promise<void> {
  const list = bulkProcess('import', input);
  await list.begin();
  await list.through('명단 등록 · take the rows', bulk.takeRows);
  await list.finish();
}
