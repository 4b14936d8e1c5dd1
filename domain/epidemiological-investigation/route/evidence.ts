import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** Where a visit is known from. */
/** `list`: a list of the past tells the day and no more, and says not from where it knows. */
export const EVIDENCE_SOURCES = ['interview', 'entryLog', 'card', 'gps', 'cctv', 'staff', 'list'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];
export type Confidence = 'low' | 'medium' | 'high';

/** A memory or a position may mean the place next door; a record of the place itself may not. */
const RECORDS: readonly EvidenceSource[] = ['entryLog', 'card', 'cctv', 'staff'];

/**
 * Of one visit: what a list tells is recorded as such.
 * @throws InvalidValue `visit/source-unknown`
 */
export function evidenceSource(text: string): EvidenceSource {
  const known = EVIDENCE_SOURCES.find((source) => source === text);
  if (known === undefined || known === 'list') throw new InvalidValue('visit/source-unknown');
  return known;
}

/** Derived, never entered: another source raises it until it is high; a list bears out nothing, for it may have it from there. */
export function confidenceOf(evidence: readonly EvidenceSource[]): Confidence {
  const sources = [...new Set(evidence)].filter((source) => source !== 'list');
  const recorded = sources.some((source) => RECORDS.includes(source));
  if (sources.length > 1 && recorded) return 'high';
  return sources.length > 1 || recorded ? 'medium' : 'low';
}
