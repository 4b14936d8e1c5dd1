import { ExternalSystemRefused } from './external-system.ts';

/** One parcel to somebody in isolation. The same key ships once; the address stays with the adapter's call. */
export type Parcel = Readonly<{
  key: string;
  suppliesId: string;
  attempt: number;
  items: readonly Readonly<{ code: string; quantity: number }>[];
  to: Readonly<{ name: string; phone: string; addressLines: readonly string[] }>;
}>;

export type ParcelReceipt = Readonly<{
  orderReference: string;
  trackingReference: string;
  /** We took the order back before the parcel was on its way. */
  isCalledOff: boolean;
}>;
export type ParcelState = 'underway' | 'delivered' | 'lost' | 'returned';

/** The supplier has none of these, and has taken no order. */
export class OutOfStock extends ExternalSystemRefused {
  readonly items: readonly string[];

  constructor(items: readonly string[]) {
    super('delivery', 'out-of-stock');
    this.items = items;
  }
}

/** 배송 시스템: ships supplies; where the parcel is comes later, by webhook or when asked. */
export interface Deliveries {
  /** @throws ExternalSystemUnavailable, OutOfStock, ExternalSystemRefused */
  ship(parcel: Parcel): Promise<ParcelReceipt>;
  /** What became of an order, by its key. Nothing: it never arrived. */
  findParcelByKey(key: string): Promise<ParcelReceipt | undefined>;
  /** `at`: when the parcel came into that state, if it has moved at all. @throws ExternalSystemUnavailable, ExternalSystemRefused */
  track(trackingReference: string): Promise<Readonly<{ state: ParcelState; at?: string | undefined }>>;
  /** Calls an order off before its parcel is on its way; `too-late` when it is. The same order is called off once. */
  callOff(order: Readonly<{ key: string; orderReference: string }>): Promise<'called-off' | 'too-late'>;
}
