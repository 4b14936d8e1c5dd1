import type { PaymentFailure } from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';

/** One transfer of living support. The same key pays once. */
export type LivingSupportTransfer = Readonly<{
  key: string;
  livingSupportId: string;
  attempt: number;
  won: number;
  to: Readonly<{ name: string; birthDate: string }>;
}>;

/** Money that was paid and is due back, all of it or a part. The same key asks for it once. */
export type LivingSupportRecall = Readonly<{ key: string; reference: string; won: number }>;

/** How a transfer stands at the payment system. */
export type TransferStanding = Readonly<{ reference: string; won: number }> &
  (
    | Readonly<{ state: 'accepted' }>
    | Readonly<{ state: 'paid' }>
    | Readonly<{ state: 'failed'; reason: PaymentFailure }>
  );

/** How a recall stands: `recovered` when the money has come back. */
export type RecallStanding = Readonly<{ reference: string; won: number; state: 'accepted' | 'recovered' }>;

/** 생활지원금 지급 시스템: pays living support; how a transfer or a recall ended comes later, by webhook. */
export interface LivingSupportPayments {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  transfer(transfer: LivingSupportTransfer): Promise<{ reference: string }>;
  /** What became of a transfer, by its key. Nothing: it never arrived. */
  findTransferByKey(key: string): Promise<TransferStanding | undefined>;
  /** `reference`: of the transfer. @throws ExternalSystemUnavailable, ExternalSystemRefused */
  recall(recall: LivingSupportRecall): Promise<{ reference: string }>;
  findRecallByKey(key: string): Promise<RecallStanding | undefined>;
}
