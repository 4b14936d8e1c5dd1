import type {
  HandOverNote,
  HandOverReason,
  HandOverRejection,
  WithdrawHandOver,
} from './hand-over.commands.ts';
import type { HandOverEvent } from './hand-over.events.ts';

export type HandOverStage = 'offered' | 'accepted' | 'rejected' | 'withdrawn' | 'expired' | 'completed';

/** What a hand-over is after its events. Times are RFC 3339. */
export type HandOverState = Readonly<{
  stage: HandOverStage;
  caseId: string;
  from: string;
  to: string;
  reason: HandOverReason;
  note?: HandOverNote;
  offeredAt: string;
  offeredBy: string;
  answerBy: string;
  /** When and by whom it was accepted or rejected. */
  answeredAt?: string;
  answeredBy?: string;
  rejectedBecause?: HandOverRejection;
  withdrawnBecause?: WithdrawHandOver['because'];
  /** Since when nothing is left to do. */
  endedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveHandOver(state: HandOverState | undefined, event: HandOverEvent): HandOverState {
  if (event.type === 'HandOverOffered') {
    const { caseId, from, to, reason, note, at: offeredAt, by: offeredBy, answerBy } = event;
    const noted = note === undefined ? {} : { note };
    return { stage: 'offered', caseId, from, to, reason, ...noted, offeredAt, offeredBy, answerBy };
  }
  if (state === undefined) throw new TypeError(`${event.type} before HandOverOffered`);
  const answered = { answeredAt: event.at, answeredBy: event.by };
  switch (event.type) {
    case 'HandOverAccepted':
      return { ...state, stage: 'accepted', ...answered };
    case 'HandOverRejected':
      return { ...state, stage: 'rejected', ...answered, rejectedBecause: event.reason, endedAt: event.at };
    case 'HandOverWithdrawn':
      return { ...state, stage: 'withdrawn', withdrawnBecause: event.because, endedAt: event.at };
    case 'HandOverExpired':
      return { ...state, stage: 'expired', endedAt: event.at };
    case 'HandOverCompleted':
      return { ...state, stage: 'completed', endedAt: event.at };
  }
}
