import type { Uses } from '../uses.ts';
import { openTask } from '../open-task.ts';

export type Delivery = Readonly<{ key: string; delivered: boolean; code: string }>;

/** The gateway tells what became of a message. One that reached nobody is for staff to deliver. */
export const recordDelivery =
  (uses: Uses) =>
  async ({ key, delivered, code }: Delivery): Promise<void> => {
    const caseId = await uses.effects.confirm(key, code);
    if (delivered || caseId === undefined) return;
    const at = await uses.clock.now();
    await openTask(uses)({ caseId, at, commandId: `${key}:undeliverable`, kind: 'message-undeliverable' });
  };
