import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historySchema } from '../../domain/protocol/evaluation/history.schema.ts';
import { judgeRelease, releaseRules } from '../../domain/protocol/evaluation/release.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { ROOT } from '../launcher/settings.ts';
import { goal, median } from './measure.ts';

const GOAL = 20_000;
const ROUNDS = 7;
const EACH = 30_000;
const HOUR = 3_600_000;

/** Verdicts with their whole explanation on one core: a case with four tracks, twenty reports and three tests. */
export function evaluation(print: (line: string) => void): boolean {
  const text = readFileSync(join(ROOT, 'domain/protocol/shipped/kr-covid-19/2020-06-25.json'), 'utf8');
  const { caseRelease, releaseCheck } = parseProtocol(JSON.parse(text)).rules;
  if (caseRelease === undefined) throw new Error('the protocol of 2020-06-25 has no release rule');
  const rules = releaseRules(caseRelease, releaseCheck);
  const start = Date.parse('2020-07-01T00:00:00Z');
  const at = (hours: number): string => new Date(start + hours * HOUR).toISOString();
  const history = historySchema.parse({
    of: 'case',
    dateOfSymptomOnset: '2020-07-01',
    confirmedAt: at(30),
    reports: Array.from({ length: 20 }, (_, index) => ({
      at: at(40 + index * 12),
      course: index < 12 ? 'notImproved' : 'improving',
      temperatureCelsius: index < 6 ? 38.2 : 36.7,
    })),
    tests: [24, 170, 195].map((hours) => ({
      collectedAt: at(hours),
      result: hours === 24 ? 'positive' : 'negative',
    })),
    severities: [{ at: at(30), severity: 'mild' }],
    treatments: [],
    stays: [],
  });
  const verdicts = new Map<string, number>();
  const round = (): number => {
    const begun = performance.now();
    for (let index = 0; index < EACH; index += 1) {
      const { verdict } = judgeRelease(rules, history, start + (index % 400) * HOUR);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    return (EACH / (performance.now() - begun)) * 1_000;
  };
  round();
  const perSecond = median(Array.from({ length: ROUNDS }, round));
  print(
    '\nEvaluation: verdict, reasons and next moment of one case; 4 tracks, 20 reports, 3 tests, one core',
  );
  print(`  verdicts: ${[...verdicts].map(([name, count]) => `${name} ${count}`).join(', ')}`);
  print(`  ${goal(`per second (median of ${ROUNDS} rounds), goal ≥ ${GOAL}`, perSecond, perSecond >= GOAL)}`);
  return perSecond >= GOAL;
}
