import type { ProcessInput } from '../../activities/ports/processes.ts';
import { bulk } from '../activity-presets.ts';
import { bulkProcess } from './bulk-process.ts';

/** 일괄 명령: one command for many cases, contacts, isolations or tasks, or the way back from one. */
export async function bulkCommand(input: ProcessInput): Promise<void> {
  const many = bulkProcess('command', input);
  await many.begin();
  await many.through('하나씩 처리 · do it row by row', bulk.doCommands);
  await many.finish();
}
