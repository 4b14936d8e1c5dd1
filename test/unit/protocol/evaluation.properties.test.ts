import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { historySchema, type HistoryInput } from '../../../domain/protocol/evaluation/history.schema.ts';
import { judgeRelease, type Verdict } from '../../../domain/protocol/evaluation/release.ts';
import type { CaseReleaseRule } from '../../../domain/protocol/language/protocol.schema.ts';
import { InvalidValue } from '../../../domain/shared-kernel/domain-error.ts';
import { hour, HOUR, inShort, kst } from '../../support/evaluation-fixtures.ts';
import { moments, oddHistories } from '../../support/odd-histories.ts';
import { laterFacts } from '../../support/later-facts.ts';
import {
  facts,
  histories,
  ofCases,
  releaseRules,
  START_HOUR,
  withLists,
} from '../../support/protocol-arbitraries.ts';

const RUNS = { numRuns: 400 };
const START = kst('2020-07-01') + START_HOUR * HOUR;
const DAY = 24 * HOUR;
const rounds = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });

const judge = (ways: CaseReleaseRule, history: HistoryInput, at = START, maximumRetests?: number): Verdict =>
  judgeRelease(
    { ways, ...(maximumRetests === undefined ? {} : { maximumRetests }) },
    historySchema.parse(history),
    at,
  );

/** The moment of the first release, if nothing new becomes known. */
function firstRelease(ways: CaseReleaseRule, history: HistoryInput): number {
  for (let at = START, steps = 0; steps < 500; steps += 1) {
    const verdict = judge(ways, history, at);
    if (verdict.verdict === 'release') return at;
    if (verdict.nextAt === undefined) return Infinity;
    expect(Date.parse(verdict.nextAt)).toBeGreaterThan(at);
    at = Date.parse(verdict.nextAt);
  }
  throw new Error('nextAt never comes to an end');
}

/** A verdict without the facts of its explanation, which stand in the order in which they came. */
const met = ({ tracks, ...verdict }: Verdict) => ({
  ...verdict,
  tracks: tracks.map(({ criteria, ...track }) => ({ ...track, criteria: criteria.map((one) => one.met) })),
});

test('any history that parses is judged, or refused because a day or moment does not exist', () => {
  fc.assert(
    fc.property(releaseRules(), oddHistories, moments, rounds, (ways, history, at, maximum) => {
      const parsed = historySchema.safeParse(history);
      fc.pre(parsed.success);
      try {
        expect(judge(ways, history, at, maximum).tracks).toHaveLength(ways.tracks.length);
      } catch (error) {
        if (!(error instanceof InvalidValue)) throw error;
      }
    }),
    RUNS,
  );
});

test('nextAt is the first moment at which the verdict is another', () => {
  fc.assert(
    fc.property(
      releaseRules(),
      histories,
      rounds,
      fc.array(fc.nat(9_999)),
      (ways, history, maximum, parts) => {
        const now = judge(ways, history, START, maximum);
        const until = now.nextAt === undefined ? START + 60 * DAY : Date.parse(now.nextAt);
        const halfDays = Array.from(
          { length: Math.floor((until - START) / DAY) * 2 },
          (_, at) => START + at * (DAY / 2),
        );
        const between = parts.map((part) => START + Math.floor(((until - START) * part) / 10_000));
        for (const at of [...halfDays, ...between, until - 1]) {
          expect(inShort(judge(ways, history, at, maximum))).toBe(inShort(now));
        }
        if (now.nextAt !== undefined) {
          expect(inShort(judge(ways, history, until, maximum))).not.toBe(inShort(now));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the order of a list never matters', () => {
  fc.assert(
    fc.property(releaseRules(), histories, fc.infiniteStream(fc.nat()), (ways, history, chance) => {
      const shuffled = withLists(history, (list) => {
        const keyed = list.map((one) => [chance.next().value ?? 0, one] as const);
        return keyed.sort(([one], [other]) => one - other).map(([, one]) => one);
      });
      expect(met(judge(ways, shuffled))).toEqual(met(judge(ways, history)));
    }),
    RUNS,
  );
});

test('another negative never delays a release', () => {
  fc.assert(
    fc.property(releaseRules({ neutral: true }), ofCases, facts.test, (ways, history, { collectedAt }) => {
      const tests = history.tests ?? [];
      const more = { ...history, tests: [...tests, { collectedAt, result: 'negative' as const }] };
      expect(firstRelease(ways, more)).toBeLessThanOrEqual(firstRelease(ways, history));
    }),
    { numRuns: 1_000 },
  );
});

test('another positive never hastens a release', () => {
  fc.assert(
    fc.property(
      releaseRules({ neutral: true, plainTests: true }),
      ofCases,
      facts.test,
      (ways, history, positive) => {
        const tests = [...(history.tests ?? []), { ...positive, result: 'positive' as const }];
        expect(firstRelease(ways, { ...history, tests })).toBeGreaterThanOrEqual(firstRelease(ways, history));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a longer time without fever never delays a release', () => {
  const hours = fc.integer({ min: 0, max: START_HOUR });
  fc.assert(
    fc.property(releaseRules({ neutral: true }), ofCases, hours, hours, (ways, history, one, other) => {
      const withFeverAt = (at: number): HistoryInput => ({
        ...history,
        reports: [...(history.reports ?? []), { at: hour(at), symptoms: ['fever'] }],
      });
      const earlier = firstRelease(ways, withFeverAt(Math.min(one, other)));
      expect(earlier).toBeLessThanOrEqual(firstRelease(ways, withFeverAt(Math.max(one, other))));
    }),
    { numRuns: 1_000 },
  );
});

test('moments after the present do not matter', () => {
  fc.assert(
    fc.property(releaseRules(), histories, laterFacts.moments, (ways, history, later) => {
      expect(judge(ways, later(history))).toEqual(judge(ways, history));
    }),
    RUNS,
  );
});

test('days after the present do not matter', () => {
  fc.assert(
    fc.property(releaseRules(), histories, laterFacts.days, (ways, history, later) => {
      expect(judge(ways, later(history))).toEqual(judge(ways, history));
    }),
    RUNS,
  );
});

test('a moment written in Korean time is the same moment', () => {
  const inKorea = (text: string): string =>
    `${new Date(Date.parse(text) + 9 * HOUR).toISOString().slice(0, -1)}+09:00`;
  fc.assert(
    fc.property(releaseRules(), histories, (ways, history) => {
      const text = JSON.stringify(history).replaceAll(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, inKorea);
      expect(judge(ways, JSON.parse(text) as HistoryInput)).toEqual(judge(ways, history));
    }),
    RUNS,
  );
});
