/** An approved look-up: whose records, of which days (`YYYY-MM-DD`, both included), on which legal basis. */
export type LookUpOrder = Readonly<{
  key: string;
  informationRequestId: string;
  legalBasis: string;
  /** Who approved it, as a reference that the provider may ask about: never a name. */
  approvalReference: string;
  from: string;
  to: string;
  person: Readonly<{ name: string; birthDate: string; phone: string }>;
}>;

/** An approved look-up of a venue: who was there from one moment to another (RFC 3339). The place as a code. */
export type VenueOrder = Omit<LookUpOrder, 'person'> & Readonly<{ place: string }>;

/** Where the provider keeps the answer: the records themselves never pass through a process. */
export type LookUpReceipt = Readonly<{ providerReference: string }>;

/** How a look-up stands at the provider. */
export type LookUpStanding = LookUpReceipt &
  (
    | Readonly<{ state: 'pending' }>
    | Readonly<{ state: 'ready'; recordCount: number; resultReference: string }>
    | Readonly<{ state: 'destroyed'; certificateId: string }>
  );

/** A stay at a venue, from its entry log. Times RFC 3339, the place as a code. */
export type EntryRecord = Readonly<{ place: string; district: string; from: string; to: string }>;
/** Somebody's stay at the venue that was asked about. `entry`: what the provider calls it. Raw: never stored by us. */
export type VisitorRecord = Readonly<{
  entry: string;
  name: string;
  phone: string;
  from: string;
  to: string;
}>;
/** A payment by card. `merchant`: the place as a code. */
export type CardRecord = Readonly<{ merchant: string; district: string; approvedAt: string }>;

/** A keeper of records under the law. Requests and destructions are done once per key. */
export interface LookUpProvider<RawRecord> {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  request(order: LookUpOrder): Promise<LookUpReceipt>;
  /** What became of a request, by its key. Nothing: it never arrived. */
  findRequestByKey(key: string): Promise<LookUpStanding | undefined>;
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused: also when the records are destroyed */
  fetchRecords(resultReference: string): Promise<readonly RawRecord[]>;
  /** Again it is answered with the same certificate. @throws ExternalSystemUnavailable, ExternalSystemRefused */
  destroyRecords(
    destruction: Readonly<{ key: string; resultReference: string }>,
  ): Promise<{ certificateId: string }>;
}

/** 전자출입명부 확인 시스템: answers approved requests with entries at venues, later and by webhook. */
export type EntryLog = LookUpProvider<EntryRecord> &
  Readonly<{
    /** The second question, done once per key as the first is, and found, told and destroyed like it. */
    requestVisitors(order: VenueOrder): Promise<LookUpReceipt>;
    /** @throws ExternalSystemUnavailable, ExternalSystemRefused: also when the records are destroyed */
    fetchVisitors(resultReference: string): Promise<readonly VisitorRecord[]>;
  }>;

/** 카드 내역 조회 시스템: answers approved requests with card approvals, later and by webhook. */
export type CardHistory = LookUpProvider<CardRecord>;
