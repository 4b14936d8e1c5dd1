import type { LivingSupportEvent } from './living-support.events.ts';
import type { LivingSupportState } from './living-support.state.ts';
import { recoveredWon } from './recovery.ts';

/** What the person has to be told. `takenUp`: judged anew; `recallWithdrawn`: what was due back is theirs after all. */
export type ClaimNoticeOf =
  'approved' | 'refused' | 'paid' | 'reversed' | 'recovered' | 'takenUp' | 'recallWithdrawn';
/** The latest of them, numbered from 1 over the life of the claim. */
export type ClaimNotice = Readonly<{ sequence: number; of: ClaimNoticeOf; at: string }>;

/** An event of a claim, as the person learns of it; nothing where they learn nothing new. */
function noticeOf(state: LivingSupportState, event: LivingSupportEvent): ClaimNoticeOf | undefined {
  switch (event.type) {
    case 'LivingSupportAssessed': {
      const { assessment } = state;
      const before = assessment?.verdict === 'ineligible' ? assessment.reasons.join() : undefined;
      return event.verdict === 'ineligible' && event.reasons.join() !== before ? 'refused' : undefined;
    }
    case 'LivingSupportApproved':
      return 'approved';
    case 'LivingSupportRejected':
      return 'refused';
    case 'LivingSupportPaid':
      return 'paid';
    case 'LivingSupportReversed':
      return 'reversed';
    case 'LivingSupportRestored':
      if (event.to === 'applied') return 'takenUp';
      return event.to === 'reversed' && event.amountDueWon > recoveredWon(state)
        ? 'reversed'
        : 'recallWithdrawn';
    case 'LivingSupportRecovered':
      return event.outstandingWon === 0 ? 'recovered' : undefined;
    case 'LivingSupportAppliedFor':
    case 'LivingSupportFactsStated':
    case 'LivingSupportAmountDetermined':
    case 'LivingSupportPaymentFailed':
    case 'LivingSupportPaymentRetried':
      return undefined;
  }
}

/** The fold of what the person is owed to be told. */
export function withNotice(
  before: LivingSupportState,
  event: LivingSupportEvent,
  after: LivingSupportState,
): LivingSupportState {
  const of = noticeOf(before, event);
  if (of === undefined) return after;
  return { ...after, notice: { sequence: (before.notice?.sequence ?? 0) + 1, of, at: event.at } };
}
