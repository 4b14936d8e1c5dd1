import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { Announcement, Announcer } from '../../ports/announcer.ts';
import { caseProcessId, NEWS_SIGNAL, PROCESS_QUEUE, type CaseLifecycleInput } from '../../ports/processes.ts';

const CASE_ID = defineSearchAttributeKey('CaseId', SearchAttributeType.KEYWORD);
const DEADLINE_MILLISECONDS = 5_000;

/** Starts a case's process or signals it; one that is missing is started by its next news. */
export function temporalAnnouncer(client: Client): Announcer {
  const options = ({ caseId, news }: Announcement) => {
    const input: CaseLifecycleInput = { v: 1, caseId, news };
    const typedSearchAttributes = new TypedSearchAttributes([{ key: CASE_ID, value: caseId }]);
    return {
      workflowId: caseProcessId(caseId),
      taskQueue: PROCESS_QUEUE,
      args: [input],
      typedSearchAttributes,
      staticSummary: '확진자 관리 · life of a case',
      workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
    };
  };
  const announce = async (announcement: Announcement): Promise<void> => {
    const { caseId, news, begins } = announcement;
    if (begins) {
      try {
        await client.workflow.start('caseLifecycle', {
          ...options(announcement),
          workflowIdConflictPolicy: 'FAIL',
        });
        return;
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    }
    try {
      await client.workflow.getHandle(caseProcessId(caseId)).signal(NEWS_SIGNAL, news);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await startMissing(announcement);
    }
  };
  const startMissing = async (announcement: Announcement): Promise<void> => {
    try {
      await client.workflow.signalWithStart('caseLifecycle', {
        ...options({ ...announcement, news: [] }),
        signal: NEWS_SIGNAL,
        signalArgs: [announcement.news],
      });
    } catch (error) {
      // The process has ended: its history is closed, and the event stands in the case's own history.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
  return {
    announce: (announcement) =>
      client.withDeadline(Date.now() + DEADLINE_MILLISECONDS, () => announce(announcement)),
  };
}
