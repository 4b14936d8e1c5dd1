import type {
  HandOverNote,
  HandOverReason,
} from '../../domain/patient-management/hand-over/hand-over.commands.ts';
import { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, handOverId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create, replay, theirsOrOurs } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type OfferHandOverInput = Request &
  Readonly<{ caseId: string; to: string; reason: HandOverReason; note?: HandOverNote | undefined }>;

/** 이관 제안: by the district that is responsible, which it stays until the other one accepts. */
export const offerHandOver =
  ({ cases, handOvers, lookups, clock, newId }: Uses) =>
  async (input: OfferHandOverInput): Promise<Receipt> => {
    const { by, reason, note } = input;
    const at = Instant.of(await clock.now());
    const { aggregate: aCase, handled } = await cases.load(input.caseId, input.commandId);
    if (handled !== undefined) return replay(handled, input);
    const handOver = HandOver.unoffered(handOverId(newId()));
    handOver.execute({
      type: 'OfferHandOver',
      caseId: caseId(aCase.id),
      from: District.recorded(aCase.state.district),
      to: District.of(input.to),
      reason,
      ...(note === undefined ? {} : { note }),
      caseIsClosed: !aCase.mayBeHandedOver,
      by,
      at,
    });
    const needsNone = async (): Promise<undefined> => {
      const open = await lookups.openHandOverOf(aCase.id);
      if (open !== undefined) throw new RuleBroken('hand-over/already-open', { handOverId: open });
    };
    return theirsOrOurs(needsNone, () => create(handOvers, handOver, input));
  };
