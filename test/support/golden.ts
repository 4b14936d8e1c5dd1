import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { ROOT } from '../../tools/launcher/settings.ts';
import type { CaseWorld } from './case-world.ts';

const FOLDER = join(ROOT, 'test/replay/histories');

/**
 * The saved histories: one per process and main path. `npm run replay:save` saves those that are not there yet; one that
 * is there is of a version that may be running somewhere, and stays.
 */
export async function keepHistory(world: CaseWorld, processId: string, path: string): Promise<void> {
  const file = join(FOLDER, `${path}.json`);
  if (process.env['SAVE_HISTORIES'] !== 'true' || existsSync(file)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, historyToJSON(await world.history(processId)));
}

/** The same for any process, by its id; its last run, where none is named. */
export async function keepBulkHistory(
  client: Client,
  workflowId: string,
  path: string,
  runId?: string,
): Promise<void> {
  const file = join(FOLDER, `${path}.json`);
  if (process.env['SAVE_HISTORIES'] !== 'true' || existsSync(file)) return;
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  writeFileSync(file, historyToJSON(history));
}

export function goldenHistories(): readonly Readonly<{ path: string; history: unknown }>[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      path: file.replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
    }));
}
