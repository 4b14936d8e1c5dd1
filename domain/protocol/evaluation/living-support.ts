import { dayOf } from '../../shared-kernel/calendar.ts';
import { z } from '../../shared-kernel/schema.ts';
import type { LivingSupportRule } from '../language/protocol.schema.ts';
import { holds, missingFacts, type Answers } from './conditions.ts';
import { FactsAt } from './facts.ts';
import { firstFit } from './first-fit.ts';
import type { History } from './history.schema.ts';
import { knownAt } from './known.ts';

/** What is claimed: who belongs to it, and the day of the isolation notice, which decides the amount. */
export const claimSchema = z.strictObject({
  dateOfIsolationNotice: z.iso.date(),
  householdSize: z.number().int().min(1).max(50),
  /** People of the household who were isolated. */
  isolatedPeople: z.number().int().min(1).max(50).optional(),
  isolatedDays: z.number().int().min(0).max(400).optional(),
  paidLeave: z.boolean().optional(),
  rulesKept: z.boolean().optional(),
  homeTreatment: z.boolean().optional(),
  incomePercent: z.number().min(0).max(10_000).optional(),
  vaccinatedOrRecovered: z.boolean().optional(),
});
export type Claim = z.infer<typeof claimSchema>;

export type SupportAnswer =
  | Readonly<{ eligible: true; won: number; noticeFrom: string }>
  | Readonly<{ eligible: false; because: 'refused' | 'no-period'; won: 0 }>
  /** A person sets the amount: it is never zero by default. */
  | Readonly<{
      eligible: 'decideByPerson';
      because: 'facts-missing' | 'amount-not-stated';
      missing: readonly string[];
    }>;

/** The amount by the date of the isolation notice, not of the claim and not of the payment. */
export function judgeLivingSupport(
  rule: LivingSupportRule,
  claim: Claim,
  history: History,
  at: number,
): SupportAnswer {
  const facts = answersOf(claim, history, at);
  const refused = rule.refusedIf === undefined ? false : holds(rule.refusedIf, facts, new Map(), []);
  if (refused === true) return { eligible: false, because: 'refused', won: 0 };
  const ofNotice = rule.periods.filter(
    ({ noticeFrom, noticeUntil }) =>
      noticeFrom <= claim.dateOfIsolationNotice &&
      (noticeUntil === undefined || claim.dateOfIsolationNotice <= noticeUntil),
  );
  const fit = firstFit(ofNotice, ({ appliesIf }) => appliesIf, facts);
  const missing = fit.found === undefined ? fit.missing : [];
  if (refused === undefined || missing.length > 0) {
    return {
      eligible: 'decideByPerson',
      because: 'facts-missing',
      missing:
        missing.length > 0 || rule.refusedIf === undefined ? missing : missingFacts(rule.refusedIf, facts),
    };
  }
  if (fit.found === undefined) return { eligible: false, because: 'no-period', won: 0 };
  const won = amountOf(fit.found, claim);
  return won === undefined
    ? { eligible: 'decideByPerson', because: 'amount-not-stated', missing: [] }
    : { eligible: true, won, noticeFrom: fit.found.noticeFrom };
}

type Period = LivingSupportRule['periods'][number];

/** Nothing where the protocol states no amount for that many people. */
function amountOf(period: Period, claim: Claim): number | undefined {
  const people = period.counts === 'household' ? claim.householdSize : claim.isolatedPeople;
  if (people === undefined) return undefined;
  const stated = period.amounts.find(
    ({ size, orMore }) => size === people || (orMore === true && people > size),
  )?.won;
  if (stated === undefined || period.maximumDays === undefined || period.wonPerDay === undefined)
    return stated;
  const days = Math.min(claim.isolatedDays ?? period.maximumDays, period.maximumDays);
  return Math.min(stated, days * period.wonPerDay);
}

function answersOf(claim: Claim, history: History, at: number): Answers {
  const own: Readonly<Record<string, unknown>> = claim;
  const theirs = new FactsAt(knownAt(history, at), dayOf(at));
  return {
    valueOf: (fact, asOf) =>
      Object.hasOwn(own, fact) ? (own[fact] as boolean | number) : theirs.valueOf(fact, asOf),
    countedFrom: (fact) => theirs.countedFrom(fact),
  };
}
