import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import type { EffectOwner } from '../ports/effect-log.ts';
import { taskForOwner } from '../task-for-owner.ts';
import type { Uses } from '../uses.ts';
import { recordIsolationNotice } from './serve-order.ts';

/** The keys of the messages that serve an order. */
const NOTICE = /:(isolation|quarantine)-notice$/;

export const isNotice = (key: string, owner: EffectOwner): boolean =>
  owner.kind === 'isolation' && NOTICE.test(key);

/** 격리 통지 is proven when the gateway says that the message reached the person; otherwise staff serve the order. */
export const proveNotice =
  (uses: Uses) =>
  async (key: string, owner: EffectOwner, delivered: boolean): Promise<void> => {
    if (!delivered) {
      const commandId = `isolation:${owner.id}:notice-unproven:task`;
      await taskForOwner(uses)({ owner, kind: 'notice-unproven', commandId });
      return;
    }
    const notice = { isolationId: owner.id, channel: 'sms', by: 'sms', commandId: `${key}:proven` } as const;
    try {
      await recordIsolationNotice(uses)(notice);
    } catch (error) {
      // It has ended meanwhile: there is nothing to serve any more.
      if (!(error instanceof RuleBroken) || error.code !== 'isolation/already-ended') throw error;
    }
  };
