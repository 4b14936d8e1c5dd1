import type { EffectOwner } from '../ports/effect-log.ts';
import type { Uses } from '../uses.ts';
import { taskForOwner } from '../task-for-owner.ts';

export type Delivery = Readonly<{ key: string; providerMessageId: string; delivered: boolean; code: string }>;

/** Whether what became of the message proves something else, which has been recorded by that. */
type Proves = (report: Readonly<{ key: string; owner: EffectOwner; delivered: boolean }>) => Promise<boolean>;

/**
 * The gateway tells what became of a message, and so that it had taken it, also where its answer was lost. One that
 * reached nobody is for staff to deliver.
 */
export const recordDelivery =
  (uses: Uses, proves: Proves) =>
  async ({ key, providerMessageId, delivered, code }: Delivery): Promise<void> => {
    const owner = await uses.effects.confirm(key, code, providerMessageId);
    if (owner === undefined || (await proves({ key, owner, delivered })) || delivered) return;
    await taskForOwner(uses)({ owner, kind: 'message-undeliverable', commandId: `${key}:undeliverable` });
  };
