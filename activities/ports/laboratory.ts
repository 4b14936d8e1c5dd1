import type { TestResult } from '../../domain/shared-kernel/test-result.ts';

export type TestOrder = Readonly<{
  /** The same key orders once. */
  key: string;
  testId: string;
  purpose: 'diagnostic' | 'release' | 'quarantine';
  specimenId: string;
  /** RFC 3339. */
  orderedAt: string;
}>;

/** How an order stands at the laboratory; its result when there is one. */
export type TestOrderFound = Readonly<{ laboratoryOrderId: string; result?: TestResult | undefined }>;

/** The PCR system. Results come later, by webhook. */
export interface Laboratory {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  order(order: TestOrder): Promise<{ laboratoryOrderId: string }>;
  /** What became of an order, by its key. Nothing: it never arrived. */
  findOrderByKey(key: string): Promise<TestOrderFound | undefined>;
}
