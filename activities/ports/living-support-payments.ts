/** One transfer of living support. The same key pays once. */
export type LivingSupportTransfer = Readonly<{
  key: string;
  livingSupportId: string;
  won: number;
  to: Readonly<{ name: string; birthDate: string }>;
}>;

/** 생활지원금 지급 시스템: pays living support; how a transfer ended comes later. */
export interface LivingSupportPayments {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  transfer(transfer: LivingSupportTransfer): Promise<{ reference: string }>;
}
