import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { ErrorCode } from '../../../shared-kernel/error-code.ts';
import type { Instant } from '../../../shared-kernel/instant.ts';
import type { LocalDate } from '../../../shared-kernel/local-date.ts';
import type { CaseEvent } from '../case.events.ts';
import { CLOSED_STAGES, isUnsettled, type CaseStage, type CaseState } from '../case.state.ts';

/** The part that every event of a case shares. */
export function fact<Type extends CaseEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}

/** `field` names the place in the request. */
export function notInTheFuture(day: LocalDate | undefined, { at }: By, field: string): void {
  if (day?.isAfter(at.dateInSeoul())) throw new InvalidValue('date/in-the-future', { field });
}

/** A specimen that is still to be collected has no result. */
export function collectedBefore(collectedAt: Instant | undefined, { at }: By): void {
  if (collectedAt?.isAfter(at))
    throw new InvalidValue('date/in-the-future', { field: 'specimenCollectedAt' });
}

export function needsOpen({ stage }: CaseState): void {
  if (CLOSED_STAGES.includes(stage)) throw new RuleBroken('case/already-closed', { stage });
}

/**
 * What was found may turn out to be another person's as long as anything hangs on it: while the case is open, and after the
 * release, when living support is judged and paid. Of one that was ruled out or withdrawn nothing is left to hold or to take
 * back; a suspicion that was ruled out wrongly is reported anew. A death stays on record, nothing is sent to the dead, and a
 * payment officer decides whom to pay.
 */
export function needsUnsettled({ stage }: CaseState): void {
  if (!isUnsettled(stage)) throw new RuleBroken('case/already-closed', { stage });
}

export function needs(state: CaseState, stages: readonly CaseStage[], otherwise: ErrorCode): void {
  needsOpen(state);
  if (!stages.includes(state.stage)) throw new RuleBroken(otherwise, { stage: state.stage });
}
