export type FindingKind = 'lost' | 'duplicated' | 'stuck' | 'out of order';
export const FINDING_KINDS: readonly FindingKind[] = ['lost', 'duplicated', 'stuck', 'out of order'];
export type InvariantName = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I9' | 'I10';

/** A promise that was broken, where and how. Ids, codes and moments only. */
export type Finding = Readonly<{ invariant: InvariantName; kind: FindingKind; what: string }>;

export const finder =
  (invariant: InvariantName) =>
  (kind: FindingKind, what: string): Finding => ({ invariant, kind, what });
