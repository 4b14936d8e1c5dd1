import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type {
  HandOverNote,
  HandOverReason,
  HandOverRejection,
  WithdrawHandOver,
} from './hand-over.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string; from: string; to: string } & Payload>;

/** `answerBy`: when it returns, unless the other district has answered. */
export type HandOverOffered = Fact<
  'HandOverOffered',
  { reason: HandOverReason; note?: HandOverNote; answerBy: string }
>;
export type HandOverAccepted = Fact<'HandOverAccepted'>;
export type HandOverRejected = Fact<'HandOverRejected', { reason: HandOverRejection }>;
export type HandOverWithdrawn = Fact<'HandOverWithdrawn', { because: WithdrawHandOver['because'] }>;
export type HandOverExpired = Fact<'HandOverExpired', { answerBy: string }>;
export type HandOverCompleted = Fact<'HandOverCompleted'>;

export type HandOverEvent =
  | HandOverOffered
  | HandOverAccepted
  | HandOverRejected
  | HandOverWithdrawn
  | HandOverExpired
  | HandOverCompleted;
