import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import { taskForOwner } from '../task-for-owner.ts';
import type { Uses } from '../uses.ts';
import { recordIsolationNotice } from './serve-order.ts';

/** The keys of the messages that serve an order. */
const NOTICE = /:(isolation|quarantine)-notice$/;

type Report = Readonly<{ key: string; owner: EffectOwner; delivered: boolean }>;

/**
 * 격리 통지 is proven when the gateway says that the message reached the person; otherwise staff serve the order. `false`:
 * the message is no such notice.
 */
export const proveNotice =
  (uses: Uses) =>
  async ({ key, owner, delivered }: Report): Promise<boolean> => {
    if (owner.kind !== 'isolation' || !NOTICE.test(key)) return false;
    if (!delivered) {
      const commandId = `isolation:${owner.id}:notice-unproven:task`;
      await taskForOwner(uses)({ owner, kind: 'notice-unproven', commandId });
      return true;
    }
    const notice = { isolationId: owner.id, channel: 'sms', by: 'sms', commandId: `${key}:proven` } as const;
    try {
      await recordIsolationNotice(uses)(notice);
    } catch (error) {
      // It has ended meanwhile: there is nothing to serve any more.
      if (!(error instanceof RuleBroken) || error.code !== 'isolation/already-ended') throw error;
    }
    return true;
  };
