import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { Announcement, Announcer } from '../../ports/announcer.ts';
import { NEWS_SIGNAL, openingInput, PROCESS_QUEUE, processId, PROCESSES } from '../../ports/processes.ts';

const CASE_ID = defineSearchAttributeKey('CaseId', SearchAttributeType.KEYWORD);
const DEADLINE_MILLISECONDS = 5_000;

/**
 * Starts a process or signals it. One that is missing, or has ended, begins again with its next news: it looks at where
 * its aggregate stands and does what is owed, mostly nothing.
 */
export function temporalAnnouncer(client: Client): Announcer {
  const options = ({ process, id, caseId, news }: Announcement) => ({
    workflowId: processId(process, id),
    taskQueue: PROCESS_QUEUE,
    args: [openingInput(process, id, { news })],
    typedSearchAttributes: new TypedSearchAttributes(
      caseId === null ? [] : [{ key: CASE_ID, value: caseId }],
    ),
    staticSummary: PROCESSES[process].summary,
  });
  const announce = async (announcement: Announcement): Promise<void> => {
    const { process, id, news, begins } = announcement;
    if (begins) {
      try {
        await client.workflow.start(process, {
          ...options(announcement),
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        });
        return;
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    }
    try {
      await client.workflow.getHandle(processId(process, id)).signal(NEWS_SIGNAL, news);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await client.workflow.signalWithStart(process, {
        ...options({ ...announcement, news: [] }),
        signal: NEWS_SIGNAL,
        signalArgs: [news],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    }
  };
  return {
    announce: (announcement) =>
      client.withDeadline(Date.now() + DEADLINE_MILLISECONDS, () => announce(announcement)),
  };
}
