import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  CancelSupplies,
  CompleteOrder,
  OrderFailure,
  RecordDelivery,
  RecordShipment,
  ReportFailure,
} from '../supplies.commands.ts';
import type { SuppliesEvent } from '../supplies.events.ts';
import { heldBy, type SuppliesPhase, type SuppliesState } from '../supplies.state.ts';
import { fact, isIn, lastAttempt, needsAlive, needsOpen } from './fact.ts';

export function complete(state: SuppliesState, command: CompleteOrder): SuppliesEvent[] {
  const { attempt: number, reference } = command;
  const attempt = lastAttempt(state, number);
  if (attempt.orderReference === reference) return [];
  needsAlive(attempt);
  if (attempt.orderReference !== undefined) {
    throw new RuleBroken('supplies/differs-from-recorded', { attempt: number });
  }
  if (!isIn(state, ['paid'])) throw new RuleBroken('supplies/not-paid', { attempt: number });
  return [{ ...fact('EssentialsOrderCompleted', command, state.isolationId), attempt: number, reference }];
}

export function recordShipment(state: SuppliesState, command: RecordShipment): SuppliesEvent[] {
  const { attempt: number, tracking } = command;
  const attempt = lastAttempt(state, number);
  if (attempt.tracking === tracking) return [];
  needsAlive(attempt);
  if (attempt.tracking !== undefined) {
    throw new RuleBroken('supplies/differs-from-recorded', { attempt: number });
  }
  if (!isIn(state, ['completed'])) throw new RuleBroken('supplies/not-completed', { attempt: number });
  return [{ ...fact('EssentialsShipped', command, state.isolationId), attempt: number, tracking }];
}

/** A parcel that went back was not delivered, whatever is told after that: a person looks at it. */
export function recordDelivery(state: SuppliesState, command: RecordDelivery): SuppliesEvent[] {
  const { attempt: number } = command;
  const attempt = lastAttempt(state, number);
  if (attempt.deliveredAt !== undefined) return [];
  if (isIn(state, ['cancelled']) || attempt.deadBecause === 'returned') {
    throw new RuleBroken('supplies/attempt-over', { attempt: number });
  }
  if (attempt.tracking === undefined) throw new RuleBroken('supplies/not-shipped', { attempt: number });
  return [{ ...fact('EssentialsDelivered', command, state.isolationId), attempt: number }];
}

const POSSIBLE_IN: Readonly<Record<OrderFailure, readonly SuppliesPhase[]>> = {
  'out-of-stock': ['ordered', 'paid', 'completed'],
  'never-confirmed': ['paid', 'completed', 'shipped'],
  'parcel-lost': ['shipped'],
  returned: ['shipped'],
};

export function reportFailure(state: SuppliesState, command: ReportFailure): SuppliesEvent[] {
  const { attempt: number, reason, soldOut } = command;
  const attempt = lastAttempt(state, number);
  if (attempt.deadBecause === reason) return [];
  needsAlive(attempt);
  if (!isIn(state, POSSIBLE_IN[reason])) {
    throw new RuleBroken('supplies/failure-not-possible', { stage: state.stage, reason });
  }
  const failed = fact('EssentialsOrderFailed', command, state.isolationId);
  const told = { ...failed, attempt: number, reason, refundDueWon: heldBy(attempt) };
  return [soldOut === undefined ? told : { ...told, soldOut: [...soldOut].sort() }];
}

/** What was paid is owed back, and only then is it closed. Cancelling again is quiet. */
export function cancel(state: SuppliesState, command: CancelSupplies): SuppliesEvent[] {
  if (isIn(state, ['cancelled'])) return [];
  needsOpen(state);
  if (isIn(state, ['delivered'])) throw new RuleBroken('supplies/already-closed', { stage: state.stage });
  if (isIn(state, ['shipped'])) throw new RuleBroken('supplies/already-shipped');
  const last = state.attempts.at(-1);
  const freed = last === undefined || last.deadBecause !== undefined ? 0 : heldBy(last);
  return [
    {
      ...fact('SuppliesCancelled', command, state.isolationId),
      attempt: state.attempts.length,
      because: command.because,
      refundDueWon: state.refundDueWon + freed,
    },
  ];
}
