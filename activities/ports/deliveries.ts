/** One parcel to somebody in isolation. The same key ships once; the address stays with the adapter's call. */
export type Parcel = Readonly<{
  key: string;
  suppliesId: string;
  items: readonly Readonly<{ code: string; quantity: number }>[];
  to: Readonly<{ name: string; phone: string; addressLines: readonly string[] }>;
}>;

/** 배송 시스템: ships supplies; where the parcel is comes later, by webhook or when asked. */
export interface Deliveries {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused when something is out of stock */
  ship(parcel: Parcel): Promise<{ trackingReference: string }>;
  track(
    trackingReference: string,
  ): Promise<{ state: 'underway' | 'delivered' | 'lost' | 'returned'; at: string }>;
}
