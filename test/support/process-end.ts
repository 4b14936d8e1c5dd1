import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** The end of a process. The relay begins it: it may not be there yet when a test asks. */
export const processEnd =
  (client: Client) =>
  async (workflowId: string): Promise<void> => {
    for (const begun = performance.now(); ;) {
      try {
        return await client.workflow.getHandle(workflowId).result();
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError) || performance.now() - begun > 20_000) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
