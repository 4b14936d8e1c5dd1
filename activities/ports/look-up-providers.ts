/** An approved look-up: whose records, of which days (`YYYY-MM-DD`, both included), on which legal basis. */
export type LookUpOrder = Readonly<{
  key: string;
  informationRequestId: string;
  legalBasis: string;
  from: string;
  to: string;
  person: Readonly<{ name: string; birthDate: string; phone: string }>;
}>;

/** Where the provider keeps the answer: the records themselves never pass through a process. */
export type LookUpReceipt = Readonly<{ providerReference: string }>;

/** 전자출입명부 확인 시스템: answers approved requests with entries at venues, later and by webhook. */
export interface EntryLog {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  request(order: LookUpOrder): Promise<LookUpReceipt>;
}

/** 카드 내역 조회 시스템: answers approved requests with card approvals, later and by webhook. */
export interface CardHistory {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  request(order: LookUpOrder): Promise<LookUpReceipt>;
}
