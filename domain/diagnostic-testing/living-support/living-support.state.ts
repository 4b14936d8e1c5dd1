import { withNotice, type ClaimNotice } from './claim-notice.ts';
import type { ReversalReason } from './living-support.commands.ts';
import { recallsOf, recoveredWon, type Recall } from './recovery.ts';
import type { StatedFact } from './stated-facts.ts';
import type {
  Assessment,
  LivingSupportAppliedFor,
  LivingSupportAssessed,
  LivingSupportEvent,
  LivingSupportFactsStated,
  LivingSupportReversed,
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
  /** What is asked back of the present payment, each by the number of its reversal; absent where there was only one. */
  recalls?: readonly Recall[];
  /** What was due already when the claim ended and all of it became due. */
  dueBefore?: Readonly<{ because: ReversalReason; won: number }>;
  recoveries: readonly Readonly<{ reference: string; won: number }>[];
  /** Of transfers and recalls before it was restored: told once more, they are no news. */
  pastReferences?: readonly string[];
  /** What the person is owed to be told, or was; absent before the first decision. */
  notice?: ClaimNotice;
}>;

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
      return assessed({ ...state, ...learned(event) }, event.by, assessmentIn(event));
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
    case 'LivingSupportReversed':
      return reversed(state, event);
    case 'LivingSupportRestored':
      return event.to === 'reversed' ? dueAsBefore(state) : restored(state, event.to);
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

/** What is known about the isolation now. */
const learned = ({ isolatedDays, dateOfIsolationNotice }: LivingSupportAssessed) => ({
  ...(isolatedDays === undefined ? {} : { isolatedDays }),
  ...(dateOfIsolationNotice === undefined ? {} : { dateOfIsolationNotice }),
});

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

function reversed(state: LivingSupportState, event: LivingSupportReversed): LivingSupportState {
  const { reason: reversedBecause, amountDueWon } = event;
  const { reversedBecause: because, amountDueWon: won } = state;
  const reversals = (state.reversals ?? 0) + 1;
  const now = { ...state, stage: 'reversed', reversedBecause, amountDueWon, reversals } as const;
  if (because === undefined || won === undefined) return now;
  const recalls = [...recallsOf(state), { reversal: reversals, won: amountDueWon - won }];
  return { ...now, recalls, dueBefore: { because, won } };
}

/** Without the violation only what was due before it. */
function dueAsBefore({ dueBefore, ...state }: LivingSupportState): LivingSupportState {
  if (dueBefore === undefined) throw new TypeError('nothing was due before');
  const stage = recoveredWon(state) >= dueBefore.won ? 'recovered' : 'reversed';
  const recalls = recallsOf(state).slice(0, -1);
  return { ...state, stage, reversedBecause: dueBefore.because, amountDueWon: dueBefore.won, recalls };
}

function restored(state: LivingSupportState, to: 'applied' | 'paid'): LivingSupportState {
  const {
    reversedBecause: _reason,
    amountDueWon: _due,
    recalls: _recalls,
    dueBefore: _before,
    ...claim
  } = state;
  if (to === 'paid') return { ...claim, stage: 'paid' };
  const { paidWon: _paid, paidAt: _at, reference: _reference, ...unpaid } = claim;
  const past = [
    ...(state.pastReferences ?? []),
    ...(state.reference === undefined ? [] : [state.reference]),
    ...state.recoveries.map(({ reference }) => reference),
  ];
  return { ...unassessed(unpaid), recoveries: [], ...(past.length === 0 ? {} : { pastReferences: past }) };
}
