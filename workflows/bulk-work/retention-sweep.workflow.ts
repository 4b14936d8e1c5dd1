import type { ProcessInput } from '../../activities/ports/processes.ts';
import { patched } from '@temporalio/workflow';
import { bulk } from '../activity-presets.ts';
import { told } from '../summaries.ts';
import { bulkProcess } from './bulk-process.ts';

/** 보존기간 만료 자료 파기: every day, what its rule keeps no longer is destroyed, with a certificate. */
export async function retentionSweep(input: ProcessInput): Promise<void> {
  const sweep = bulkProcess('retention-sweep', input);
  await sweep.begin();
  await sweep.through('만료 자료 파기 · destroy what has expired', bulk.destroyExpired);
  if (patched('raw-records'))
    await sweep.through('원자료 파기 · have raw records destroyed', bulk.destroyRawRecords);
  await told(bulk.certifyDestruction, '파기 증명 · certificate of destruction', sweep.moment());
  await sweep.finish();
}
