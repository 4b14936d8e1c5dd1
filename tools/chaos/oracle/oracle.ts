import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { acknowledged } from './i1-acknowledged.ts';
import { effectsOnce } from './i2-effects.ts';
import { money } from './i2-money.ts';
import { progress } from './i3-progress.ts';
import { versions } from './i4-versions.ts';
import { messages } from './i5-messages.ts';
import { order } from './i6-order.ts';
import { jurisdictions } from './i9-jurisdictions.ts';
import { deadlines } from './i10-deadlines.ts';

const INVARIANTS = [
  acknowledged,
  effectsOnce,
  money,
  progress,
  versions,
  messages,
  order,
  jurisdictions,
  deadlines,
];

/** Every promise held against the evidence; nothing found is the only good answer. */
export const judge = (evidence: Evidence): readonly Finding[] =>
  INVARIANTS.flatMap((invariant) => invariant(evidence));
