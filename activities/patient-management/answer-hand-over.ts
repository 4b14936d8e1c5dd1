import type { HandOverRejection } from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type HandOverRequest = Request & Readonly<{ handOverId: string }>;
type Answering = Pick<Uses, 'handOvers' | 'cases' | 'clock'>;

/** 이관 수락: by the district that is asked. Its process moves the case then, and all that belongs to it. */
export const acceptHandOver =
  ({ handOvers, cases, clock }: Answering) =>
  async (input: HandOverRequest): Promise<Receipt> => {
    const by = { by: input.by, at: Instant.of(await clock.now()) };
    return change(handOvers, input.handOverId, input, async (handOver) => {
      const { mayBeHandedOver } = (await cases.load(handOver.state.caseId)).aggregate;
      handOver.execute({ type: 'AcceptHandOver', caseIsClosed: !mayBeHandedOver, ...by });
    });
  };

/** 이관 거절: by the district that is asked. */
export const rejectHandOver =
  ({ handOvers, clock }: Answering) =>
  async ({
    reason,
    ...input
  }: HandOverRequest & Readonly<{ reason: HandOverRejection }>): Promise<Receipt> => {
    const by = { by: input.by, at: Instant.of(await clock.now()) };
    return change(handOvers, input.handOverId, input, (handOver) =>
      handOver.execute({ type: 'RejectHandOver', reason, ...by }),
    );
  };

/** 이관 철회: by the district that offered it. */
export const withdrawHandOver =
  ({ handOvers, clock }: Answering) =>
  async (input: HandOverRequest): Promise<Receipt> => {
    const by = { by: input.by, at: Instant.of(await clock.now()) };
    return change(handOvers, input.handOverId, input, (handOver) =>
      handOver.execute({ type: 'WithdrawHandOver', because: 'withdrawn', ...by }),
    );
  };
