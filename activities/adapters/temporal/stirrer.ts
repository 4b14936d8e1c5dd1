import type { Client } from '@temporalio/client';
import { openingInput, PROCESS_QUEUE, processId, PROCESSES, STIR_SIGNAL } from '../../ports/processes.ts';

const LOOK_EVERY_MILLISECONDS = 500;
const DEADLINE_MILLISECONDS = 5_000;

export type Stirrer = Readonly<{ stop(): Promise<void> }>;
type Stir = (subscriptionId: string) => Promise<void>;
type OnTrouble = (error: unknown) => void;

/** Wakes what sends other systems their events; one that is missing, or has ended, begins again. */
export const stirProcess =
  (client: Client): Stir =>
  async (id) => {
    await client.withDeadline(Date.now() + DEADLINE_MILLISECONDS, () =>
      client.workflow.signalWithStart('webhookDelivery', {
        workflowId: processId('webhookDelivery', id),
        taskQueue: PROCESS_QUEUE,
        args: [openingInput('webhookDelivery', id, { news: [] })],
        staticSummary: PROCESSES.webhookDelivery.summary,
        signal: STIR_SIGNAL,
        signalArgs: [],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      }),
    );
  };

/** Looks for subscribers for whom something waits, as long as it runs. */
export function startStirrer(
  look: (stir: Stir, onTrouble: OnTrouble) => Promise<void>,
  stir: Stir,
  onTrouble: OnTrouble,
): Stirrer {
  let stopping = false;
  const run = async (): Promise<void> => {
    while (!stopping) {
      await look(stir, onTrouble).catch(onTrouble);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping = true;
      return running;
    },
  };
}
