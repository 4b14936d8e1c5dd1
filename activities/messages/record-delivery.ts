import type { Uses } from '../uses.ts';
import { isNotice, proveNotice } from '../isolation-management/prove-notice.ts';
import { taskForOwner } from '../task-for-owner.ts';

export type Delivery = Readonly<{ key: string; delivered: boolean; code: string }>;

/** The gateway tells what became of a message. One that reached nobody is for staff to deliver. */
export const recordDelivery =
  (uses: Uses) =>
  async ({ key, delivered, code }: Delivery): Promise<void> => {
    const owner = await uses.effects.confirm(key, code);
    if (owner !== undefined && isNotice(key, owner)) return proveNotice(uses)(key, owner, delivered);
    if (delivered || owner === undefined) return;
    await taskForOwner(uses)({ owner, kind: 'message-undeliverable', commandId: `${key}:undeliverable` });
  };
