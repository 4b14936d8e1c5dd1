import type { Negatives } from '../language/release.schema.ts';
import { criterion, hours, minimum, type Criterion, type Situation } from './criteria.ts';
import type { KnownTest } from './known.ts';

/** Consecutive negatives since the last positive of any type, in order of collection, each long enough after the one before. */
export function negatives(wanted: Negatives, { known, at, turnsAt }: Situation): Criterion {
  const tests = known.tests ?? [];
  const reset = tests.findLastIndex((test) => resets(test, wanted));
  const since = tests.slice(reset + 1);
  const lastResetAt = tests[reset]?.collectedAt;
  const earliest =
    wanted.notBefore === undefined ? undefined : minimum(wanted.notBefore, { known, at, turnsAt });
  const notBefore = wanted.notBefore === undefined ? -Infinity : (earliest?.moments?.['endsAt'] ?? Infinity);
  const picked: number[] = [];
  for (const test of since) {
    if (!countsAsNegative(test, wanted) || test.collectedAt < notBefore || test.collectedAt === lastResetAt)
      continue;
    if (wanted.testTypes !== undefined && !wanted.testTypes.includes(test.testType)) continue;
    const last = picked[picked.length - 1];
    if (last === undefined || test.collectedAt >= last + hours(wanted.minGapHours))
      picked.push(test.collectedAt);
  }
  const met = picked.length >= wanted.count;
  const last = picked[picked.length - 1];
  const nextTestFrom = met
    ? undefined
    : Math.max(last === undefined ? -Infinity : last + hours(wanted.minGapHours), notBefore);
  const from = nextTestFrom !== undefined && Number.isFinite(nextTestFrom) ? nextTestFrom : undefined;
  if (from !== undefined) turnsAt.push(from);
  const seen = {
    facts: {
      wanted: wanted.count,
      found: Math.min(picked.length, wanted.count),
      minGapHours: wanted.minGapHours,
    },
    moments: { lastPositiveAt: lastResetAt, nextTestFrom: from },
  };
  return criterion(
    'negatives',
    met,
    'test',
    seen,
    notBefore === Infinity && wanted.notBefore !== undefined ? [wanted.notBefore.anchor] : undefined,
  );
}

const countsAsNegative = (
  { result, cycleThreshold }: KnownTest,
  { cycleThresholdAtLeast }: Negatives,
): boolean =>
  result === 'negative' ||
  (result === 'positive' &&
    cycleThresholdAtLeast !== undefined &&
    (cycleThreshold ?? 0) >= cycleThresholdAtLeast);

const resets = (test: KnownTest, wanted: Negatives): boolean =>
  (test.result === 'positive' && !countsAsNegative(test, wanted)) ||
  (test.result === 'indeterminate' && wanted.indeterminate === 'resets');
