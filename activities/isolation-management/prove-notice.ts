import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import { taskForOwner } from '../task-for-owner.ts';
import type { Uses } from '../uses.ts';
import { recordIsolationNotice } from './serve-order.ts';

/** The keys of the messages that serve an order. */
const NOTICE = /:(isolation|quarantine)-notice$/;

type Report = Readonly<{
  key: string;
  owner: EffectOwner;
  delivered: boolean;
  /** By the gateway's clock, where it says so. */
  deliveredAt?: string | undefined;
}>;

/**
 * 격리 통지 is proven when the gateway says that the message reached the person; otherwise staff serve the order. The day
 * on which it did decides, not that of the report, which may come days later. `false`: the message is no such notice.
 */
export const proveNotice =
  (uses: Uses) =>
  async ({ key, owner, delivered, deliveredAt }: Report): Promise<boolean> => {
    if (owner.kind !== 'isolation' || !NOTICE.test(key)) return false;
    if (!delivered) {
      const commandId = `isolation:${owner.id}:notice-unproven:task`;
      await taskForOwner(uses)({ owner, kind: 'notice-unproven', commandId });
      return true;
    }
    const servedAt = await reachedAt(uses, key, deliveredAt);
    const notice = { isolationId: owner.id, channel: 'sms', by: 'sms', commandId: `${key}:proven` } as const;
    try {
      await recordIsolationNotice(uses)({ ...notice, ...(servedAt === undefined ? {} : { servedAt }) });
    } catch (error) {
      // It had ended before the message came: nobody was isolated by it.
      if (!(error instanceof RuleBroken) || error.code !== 'isolation/already-ended') throw error;
    }
    return true;
  };

/** As the gateway says, unless that was before we had asked for it; then as it was sent. */
async function reachedAt(
  { effects }: Pick<Uses, 'effects'>,
  key: string,
  deliveredAt: string | undefined,
): Promise<string | undefined> {
  const sent = await effects.whenSent(key);
  if (deliveredAt === undefined || sent === undefined) return deliveredAt ?? sent?.sentAt;
  const isImpossible = Instant.of(deliveredAt).isBefore(Instant.of(sent.firstTriedAt));
  return isImpossible ? sent.sentAt : deliveredAt;
}
