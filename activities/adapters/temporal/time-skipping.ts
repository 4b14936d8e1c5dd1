import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';

const NEXT_DUE_AT = defineSearchAttributeKey('NextDueAt', SearchAttributeType.DATETIME);
const COMPLETED = 2;
const POLL_TIMED_OUT = 1;

/** The server's time skipping, one process at a time (Temporal server 1.32 or newer). */
export function timeSkipping(client: Client) {
  const namespace = client.options.namespace;

  /** Nothing when the process is not running. */
  const look = async (workflowId: string) => {
    try {
      const { raw, typedSearchAttributes } = await client.workflow.getHandle(workflowId).describe();
      const RUNNING = 1;
      if (raw.workflowExecutionInfo?.status !== RUNNING) return undefined;
      const current = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
      return {
        runId: raw.workflowExecutionInfo.execution?.runId ?? '',
        clock: current == null ? Date.now() : tsToMs(current),
        nextDueAt: typedSearchAttributes.get(NEXT_DUE_AT),
        busy: (raw.pendingActivities?.length ?? 0) > 0 || raw.pendingWorkflowTask != null,
      };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  };

  /** Brings a process's own clock to a moment, doing everything that falls due on the way. */
  const forward = async (workflowId: string, to: number, stepId: string): Promise<void> => {
    const process = await look(workflowId);
    if (process === undefined || process.clock >= to) return;
    try {
      await inRun({ workflowId, runId: process.runId }, msToTs(to - process.clock), stepId);
    } catch (error) {
      const now = await look(workflowId);
      if (now === undefined) return; // it came to its end on the way
      if (now.runId === process.runId) throw error;
      await forward(workflowId, to, stepId); // to its end, and it has begun anew
    }
  };

  const inRun = async (
    workflowExecution: Readonly<{ workflowId: string; runId: string }>,
    duration: ReturnType<typeof msToTs>,
    stepId: string,
  ): Promise<void> => {
    const timeSkippingConfig = { enabled: true, fastForwardConfig: { id: stepId, duration } };
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const { fastForwardPollingResult: result, failedReason } =
        await client.workflowService.pollWorkflowExecutionTimeSkipping({
          namespace,
          workflowExecution,
          fastForwardId: stepId,
        });
      if (result === COMPLETED) return;
      if (result !== POLL_TIMED_OUT) throw new Error(`time skipping failed: ${failedReason}`);
    }
  };

  return { look, forward };
}
