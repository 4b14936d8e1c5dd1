import type { Item } from './essentials.ts';
import type { OrderFailure, SuppliesCancellation } from './supplies.commands.ts';
import type { OrderedItem, SuppliesEvent } from './supplies.events.ts';

export type SuppliesPhase =
  | 'opened'
  | 'missing'
  | 'present'
  | 'ordered'
  | 'paid'
  | 'completed'
  | 'shipped'
  | 'delivered'
  | 'failed'
  | 'cancelled';
/** `refund-due`: it would be delivered, failed or cancelled, but for money that has to come back first. */
export type SuppliesStage = SuppliesPhase | 'refund-due';

export const CLOSED_STAGES: readonly SuppliesStage[] = ['present', 'delivered', 'cancelled'];

/** One order and its money. `deadBecause`: it came to nothing, unless its parcel arrived after all. */
export type Attempt = Readonly<{
  items: readonly OrderedItem[];
  totalWon: number;
  payment?: Readonly<{ reference: string; paidWon: number }>;
  refunds: readonly Readonly<{ reference: string; refundedWon: number }>[];
  orderReference?: string;
  tracking?: string;
  /** Absent on what was shipped before it was kept. */
  shippedAt?: string;
  /** What the supplier had none of. */
  soldOut?: readonly string[];
  deadBecause?: OrderFailure | 'payment-declined' | 'cancelled';
  deliveredAt?: string;
}>;

/** What a household's supplies are after their events. Amounts in won, times RFC 3339. */
export type SuppliesState = Readonly<{
  stage: SuppliesStage;
  phase: SuppliesPhase;
  isolationId: string;
  personId: string;
  district: string;
  caseId?: string;
  contactId?: string;
  needed: readonly Item[];
  budgetWon: number;
  openedAt: string;
  checkedAt?: string;
  missing: readonly Item[];
  leftOut: readonly Item[];
  /** The first one is number 1. */
  attempts: readonly Attempt[];
  paidWon: number;
  refundedWon: number;
  refundDueWon: number;
  cancelledBecause?: SuppliesCancellation;
  closedAt?: string;
}>;

/** Something may still come to them, whatever money has to go back for an order before. */
export const isAwaited = ({ phase }: SuppliesState): boolean => !CLOSED_STAGES.includes(phase);

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const refundedOf = ({ refunds }: Attempt): number => sum(refunds.map(({ refundedWon }) => refundedWon));

/** Paid for one attempt and not refunded. */
export const heldBy = (attempt: Attempt): number => (attempt.payment?.paidWon ?? 0) - refundedOf(attempt);

const isDead = ({ deadBecause, deliveredAt }: Attempt): boolean =>
  deadBecause !== undefined && deliveredAt === undefined;

/** Folds one fact into the state. */
export function evolveSupplies(state: SuppliesState | undefined, event: SuppliesEvent): SuppliesState {
  if (event.type === 'SuppliesOpened') {
    const { at, by: _by, type: _type, v: _v, ...opened } = event;
    return {
      ...opened,
      stage: 'opened',
      phase: 'opened',
      openedAt: at,
      missing: [],
      leftOut: [],
      attempts: [],
      paidWon: 0,
      refundedWon: 0,
      refundDueWon: 0,
    };
  }
  if (state === undefined) throw new TypeError(`${event.type} before SuppliesOpened`);
  return settled(changed(state, event), event.at);
}

function changed(
  state: SuppliesState,
  event: Exclude<SuppliesEvent, { type: 'SuppliesOpened' }>,
): SuppliesState {
  switch (event.type) {
    case 'EssentialsChecked': {
      const { missing, at: checkedAt } = event;
      return { ...state, phase: missing.length === 0 ? 'present' : 'missing', missing, checkedAt };
    }
    case 'EssentialsOrdered': {
      const { items, totalWon, leftOut } = event;
      const attempts = [...state.attempts, { items, totalWon, refunds: [] }];
      return { ...state, phase: 'ordered', leftOut, attempts };
    }
    case 'EssentialsPaid': {
      const { attempt, reference, paidWon } = event;
      const isAwaited = state.phase === 'ordered' && attempt === state.attempts.length;
      return withAttempt(isAwaited ? { ...state, phase: 'paid' } : state, attempt, (one) => ({
        ...one,
        payment: { reference, paidWon },
      }));
    }
    case 'EssentialsPaymentDeclined':
      return died({ ...state, phase: 'failed' }, event.attempt, 'payment-declined');
    case 'EssentialsOrderCompleted':
      return withAttempt({ ...state, phase: 'completed' }, event.attempt, (one) => ({
        ...one,
        orderReference: event.reference,
      }));
    case 'EssentialsShipped':
      return withAttempt({ ...state, phase: 'shipped' }, event.attempt, (one) => ({
        ...one,
        tracking: event.tracking,
        shippedAt: event.at,
      }));
    case 'EssentialsDelivered':
      return withAttempt({ ...state, phase: 'delivered' }, event.attempt, (one) => ({
        ...one,
        deliveredAt: event.at,
      }));
    case 'EssentialsOrderFailed': {
      const { attempt, reason, soldOut } = event;
      const failed = died({ ...state, phase: 'failed' }, attempt, reason);
      return soldOut === undefined ? failed : withAttempt(failed, attempt, (one) => ({ ...one, soldOut }));
    }
    case 'EssentialsRefunded': {
      const { attempt, reference, refundedWon } = event;
      return withAttempt(state, attempt, (one) => ({
        ...one,
        refunds: [...one.refunds, { reference, refundedWon }],
      }));
    }
    case 'SuppliesRelocated':
      return { ...state, district: event.to };
    case 'SuppliesCancelled':
      return died(
        { ...state, phase: 'cancelled', cancelledBecause: event.because },
        event.attempt,
        'cancelled',
      );
  }
}

/** Sums, stage and close follow from the phase and the attempts. */
function settled(state: SuppliesState, at: string): SuppliesState {
  const { closedAt = at, ...open } = state;
  const refundDueWon = sum(state.attempts.filter(isDead).map(heldBy));
  const waitsForMoney = refundDueWon > 0 && ['delivered', 'failed', 'cancelled'].includes(state.phase);
  const stage = waitsForMoney ? 'refund-due' : state.phase;
  return {
    ...open,
    stage,
    paidWon: sum(state.attempts.map(({ payment }) => payment?.paidWon ?? 0)),
    refundedWon: sum(state.attempts.map(refundedOf)),
    refundDueWon,
    ...(CLOSED_STAGES.includes(stage) ? { closedAt } : {}),
  };
}

const withAttempt = (
  state: SuppliesState,
  number: number,
  change: (attempt: Attempt) => Attempt,
): SuppliesState => ({
  ...state,
  attempts: state.attempts.map((one, place) => (place + 1 === number ? change(one) : one)),
});

/** What was dead before keeps its own reason. */
const died = (
  state: SuppliesState,
  number: number,
  deadBecause: NonNullable<Attempt['deadBecause']>,
): SuppliesState => withAttempt(state, number, (one) => ({ deadBecause, ...one }));
