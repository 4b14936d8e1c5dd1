export type TestOrder = Readonly<{
  /** The same key orders once. */
  key: string;
  testId: string;
  purpose: 'diagnostic' | 'release';
  specimenId: string;
  /** RFC 3339. */
  orderedAt: string;
}>;

/** The PCR system. Results come later, by webhook. */
export interface Laboratory {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  order(order: TestOrder): Promise<{ laboratoryOrderId: string }>;
}
