import { ruleSince, type ProtocolVersion } from '../domain/protocol/protocol-version.ts';
import { cancelTask } from './cancel-task.ts';
import { storedVersion } from './protocol-version.ts';
import { byProcess } from './step.ts';
import type { Moment, Uses } from './uses.ts';

export const PROTOCOL_CHOICE = 'protocol-choice';

/** A later version that carries the release rule on leaves the same choice. */
export const choiceSince = (version: ProtocolVersion): string => ruleSince(version, 'caseRelease');

/** Up to this version it is decided: nobody is asked any more about it, nor about one before it. A later one is asked about still. */
export async function withdrawChoice(uses: Uses, step: Moment, version: ProtocolVersion): Promise<void> {
  for (const taskId of await uses.lookups.openTasksOfCase(step.caseId, [PROTOCOL_CHOICE])) {
    const { reason } = (await uses.tasks.load(taskId)).aggregate.state;
    const asked = await storedVersion(uses.protocols, reason ?? '');
    if (choiceSince(asked) <= choiceSince(version)) await cancelTask(uses, taskId, byProcess(step));
  }
}
