import { withNotice, type ClaimNotice } from './claim-notice.ts';
import type { ReversalReason } from './living-support.commands.ts';
import type { StatedFact } from './stated-facts.ts';
import type {
  Assessment,
  LivingSupportAppliedFor,
  LivingSupportEvent,
  LivingSupportFactsStated,
} from './living-support.events.ts';

export type LivingSupportStage =
  | 'applied'
  | 'facts-missing'
  | 'ineligible'
  | 'amount-unknown'
  | 'awaiting-approval'
  | 'approved'
  | 'payment-failed'
  | 'paid'
  | 'rejected'
  | 'reversed'
  | 'recovered';

/** Amounts in won. `amountBy`: who set the present amount. `attempt`: the latest attempt to pay, from 1. */
export type LivingSupportState = Readonly<{
  stage: LivingSupportStage;
  personId: string;
  isolationId: string;
  caseId?: string;
  householdSize: number;
  paidLeave?: boolean;
  dateOfIsolationNotice: string;
  isolatedDays?: number;
  /** Told by the payment officer, by the names of the protocol’s facts; paid leave stands above. */
  facts?: Readonly<Record<string, StatedFact>>;
  appliedAt: string;
  appliedBy: string;
  assessment?: Assessment;
  amountWon?: number;
  amountBy?: string;
  approvedBy?: string;
  attempt?: number;
  paidWon?: number;
  paidAt?: string;
  reference?: string;
  reversedBecause?: ReversalReason;
  amountDueWon?: number;
  /** How often it was reversed after it was paid; absent before the first time. */
  reversals?: number;
  recoveries: readonly Readonly<{ reference: string; won: number }>[];
  /** What the person is owed to be told, or was; absent before the first decision. */
  notice?: ClaimNotice;
}>;

export const recoveredWon = ({ recoveries }: LivingSupportState): number =>
  recoveries.reduce((sum, { won }) => sum + won, 0);

/** The fold of a claim's events. */
export function evolveLivingSupport(
  state: LivingSupportState | undefined,
  event: LivingSupportEvent,
): LivingSupportState {
  if (event.type === 'LivingSupportAppliedFor') return applied(event);
  if (state === undefined) throw new TypeError(`${event.type} before LivingSupportAppliedFor`);
  return withNotice(state, event, evolved(state, event));
}

type Later = Exclude<LivingSupportEvent, LivingSupportAppliedFor>;

function evolved(state: LivingSupportState, event: Later): LivingSupportState {
  switch (event.type) {
    case 'LivingSupportFactsStated':
      return factsStated(state, event);
    case 'LivingSupportAssessed':
      return assessed(
        event.isolatedDays === undefined ? state : { ...state, isolatedDays: event.isolatedDays },
        event.by,
        assessmentIn(event),
      );
    case 'LivingSupportAmountDetermined':
      return { ...state, stage: 'awaiting-approval', amountWon: event.amountWon, amountBy: event.by };
    case 'LivingSupportApproved':
      return { ...state, stage: 'approved', approvedBy: event.by, attempt: event.attempt };
    case 'LivingSupportPaid': {
      const { amountWon, reference, at } = event;
      return { ...state, stage: 'paid', paidWon: amountWon, reference, paidAt: at };
    }
    case 'LivingSupportPaymentFailed':
      return { ...state, stage: 'payment-failed' };
    case 'LivingSupportPaymentRetried':
      return { ...state, stage: 'approved', attempt: event.attempt };
    case 'LivingSupportRejected':
      return { ...state, stage: 'rejected', reversedBecause: event.reason };
    case 'LivingSupportReversed': {
      const { reason, amountDueWon } = event;
      const reversals = (state.reversals ?? 0) + 1;
      return { ...state, stage: 'reversed', reversedBecause: reason, amountDueWon, reversals };
    }
    case 'LivingSupportRestored':
      return restored(state, event.to);
    case 'LivingSupportRecovered': {
      const recoveries = [...state.recoveries, { reference: event.reference, won: event.recoveredWon }];
      return { ...state, stage: event.outstandingWon === 0 ? 'recovered' : 'reversed', recoveries };
    }
  }
}

function applied(event: LivingSupportAppliedFor): LivingSupportState {
  const { type: _type, v: _v, at, by, ...claim } = event;
  return { stage: 'applied', ...claim, appliedAt: at, appliedBy: by, recoveries: [] };
}

function assessmentIn(event: Assessment): Assessment {
  const { verdict, protocol } = event;
  if (verdict === 'eligible') return { verdict, protocol, amountWon: event.amountWon };
  if (verdict === 'factsMissing') return { verdict, protocol, missing: event.missing };
  return verdict === 'ineligible' ? { verdict, protocol, reasons: event.reasons } : { verdict, protocol };
}

function assessed(state: LivingSupportState, by: string, assessment: Assessment): LivingSupportState {
  const { amountWon: _amount, amountBy: _by, ...claim } = state;
  switch (assessment.verdict) {
    case 'eligible':
      return {
        ...claim,
        stage: 'awaiting-approval',
        assessment,
        amountWon: assessment.amountWon,
        amountBy: by,
      };
    case 'ineligible':
      return { ...claim, stage: 'ineligible', assessment };
    case 'amountUnknown':
      return { ...claim, stage: 'amount-unknown', assessment };
    case 'factsMissing':
      return { ...claim, stage: 'facts-missing', assessment };
  }
}

/** What was judged before no longer holds. */
function unassessed(state: LivingSupportState): LivingSupportState {
  const { assessment: _judged, amountWon: _amount, amountBy: _by, approvedBy: _approved, ...claim } = state;
  return { ...claim, stage: 'applied' };
}

function factsStated(
  state: LivingSupportState,
  { facts: { paidLeave, ...facts }, householdSize }: LivingSupportFactsStated,
): LivingSupportState {
  return {
    ...unassessed(state),
    ...(typeof paidLeave === 'boolean' ? { paidLeave } : {}),
    ...(householdSize === undefined ? {} : { householdSize }),
    facts: { ...state.facts, ...facts },
  };
}

function restored(state: LivingSupportState, to: 'applied' | 'paid'): LivingSupportState {
  const { reversedBecause: _reason, amountDueWon: _due, ...claim } = state;
  if (to === 'paid') return { ...claim, stage: 'paid' };
  const { paidWon: _paid, paidAt: _at, reference: _reference, ...unpaid } = claim;
  return { ...unassessed(unpaid), recoveries: [] };
}
