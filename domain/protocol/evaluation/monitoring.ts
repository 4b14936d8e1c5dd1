import { dayOf } from '../../shared-kernel/calendar.ts';
import type { MonitoringRule } from '../language/protocol.schema.ts';
import { FactsAt } from './facts.ts';
import { firstFit } from './first-fit.ts';
import type { History } from './history.schema.ts';
import { knownAt } from './known.ts';

export type Tier = MonitoringRule['tiers'][number];
export type MonitoringAnswer =
  | Readonly<{
      tier: string;
      checksPerDay: number;
      times: readonly string[];
      channel: Tier['channel'];
      forDays?: number;
    }>
  | Readonly<{ undecided: 'facts-missing' | 'noTier'; missing: readonly string[] }>;

/** Whom a tier asks that names no measure. Under passive surveillance (수동감시) people watch themselves. */
const ASKED: NonNullable<Tier['under']> = ['quarantine', 'activeSurveillance'];

/** The rule as far as it speaks of contacts under a measure. */
export const underMeasure = (rule: MonitoringRule, measure: string): MonitoringRule => ({
  ...rule,
  tiers: rule.tiers.filter(
    ({ of, under = ASKED }) => of === 'contact' && (under as readonly string[]).includes(measure),
  ),
});

/** How often and how a case or a contact is asked: the first tier that fits. */
export function judgeMonitoring({ tiers }: MonitoringRule, history: History, at: number): MonitoringAnswer {
  const theirs = tiers.filter((tier) => tier.of === history.of);
  const fit = firstFit(theirs, ({ appliesIf }) => appliesIf, new FactsAt(knownAt(history, at), dayOf(at)));
  if (fit.found === undefined) {
    return { undecided: fit.missing.length > 0 ? 'facts-missing' : 'noTier', missing: fit.missing };
  }
  const { id, checksPerDay, times = [], channel, forDays } = fit.found;
  return { tier: id, checksPerDay, times, channel, ...(forDays === undefined ? {} : { forDays }) };
}
