import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { SuppliesEvent } from '../supplies.events.ts';
import { CLOSED_STAGES, type Attempt, type SuppliesPhase, type SuppliesState } from '../supplies.state.ts';

/** The part that every event shares. */
export function fact<Type extends SuppliesEvent['type']>(type: Type, { by, at }: By, isolationId: string) {
  return { type, v: 1, at: at.toString(), by, isolationId } as const;
}

export function needsOpen({ stage }: SuppliesState): void {
  if (CLOSED_STAGES.includes(stage)) throw new RuleBroken('supplies/already-closed', { stage });
}

/** Any attempt there was: money may come late. */
export function attemptOf({ attempts }: SuppliesState, number: number): Attempt {
  const attempt = attempts[number - 1];
  if (attempt === undefined) throw new RuleBroken('supplies/attempt-unexpected', { attempt: number });
  return attempt;
}

/** The attempt that is under way or was the last one: goods belong to no other. */
export function lastAttempt(state: SuppliesState, number: number): Attempt {
  const attempt = attemptOf(state, number);
  if (number !== state.attempts.length) throw new RuleBroken('supplies/attempt-over', { attempt: number });
  return attempt;
}

/** Neither dead, nor delivered, nor in another phase. */
export function needsAlive(attempt: Attempt): void {
  if (attempt.deadBecause !== undefined || attempt.deliveredAt !== undefined) {
    throw new RuleBroken('supplies/attempt-over');
  }
}

export const isIn = ({ phase }: SuppliesState, phases: readonly SuppliesPhase[]): boolean =>
  phases.includes(phase);
