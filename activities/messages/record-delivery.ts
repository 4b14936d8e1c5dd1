import type { EffectOwner } from '../ports/effect-log.ts';
import type { Uses } from '../uses.ts';
import { taskForOwner } from '../task-for-owner.ts';
import { MessageUnplaced } from './message-unplaced.ts';

type Delivery = Readonly<{
  key: string;
  providerMessageId: string;
  delivered: boolean;
  /** RFC 3339, by the gateway's clock. */
  deliveredAt?: string | undefined;
  code: string;
}>;

/** Whether what became of the message proves something else, which has been recorded by that. */
type Proves = (
  report: Pick<Delivery, 'key' | 'delivered' | 'deliveredAt'> & Readonly<{ owner: EffectOwner }>,
) => Promise<boolean>;

/**
 * The gateway tells what became of a message, and so that it had taken it, also where its answer was lost. One that
 * reached nobody is for staff to deliver.
 * @throws MessageUnplaced for a message that we never sent
 */
export const recordDelivery =
  (uses: Uses, proves: Proves) =>
  async ({ key, providerMessageId, delivered, deliveredAt, code }: Delivery): Promise<void> => {
    const owner = await uses.effects.ownerOfMessage(key);
    // We store whose message it is before we send it: what is told of another is nobody's, or we have lost something.
    if (owner === undefined) throw new MessageUnplaced('message/unknown-key');
    const isProof = await proves({ key, owner, delivered, deliveredAt });
    if (!isProof && !delivered)
      await taskForOwner(uses)({ owner, kind: 'message-undeliverable', commandId: `${key}:undeliverable` });
    await uses.effects.confirm(key, code, providerMessageId); // last: what was cut off before it is done again
  };
