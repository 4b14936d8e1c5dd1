import { judgeMonitoring, underMeasure, type Tier } from '../../domain/protocol/evaluation/monitoring.ts';
import { slotsOf } from '../../domain/protocol/evaluation/monitoring-times.ts';
import { ruleInForce, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { WatchedCase, WatchedContact } from '../ports/watch-calendar.ts';

/** By which rules, when it is asked, and the day whose rules decide where it is not that day. */
export type Rules = Readonly<{
  versions: readonly ProtocolVersion[];
  at: Instant;
  asOf?: string | undefined;
}>;

const DAY_MILLISECONDS = 86_400_000;
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);

/** In which half hours of a day the rounds ask a contact, as the rules stand now. */
export function slotsOfContact(watched: WatchedContact, day: string, rules: Rules): readonly string[] {
  const { namedOn, measure, endsAt, held } = watched;
  if (held || (endsAt !== null && day > lastDayBefore(endsAt))) return [];
  const rule = ruleInForce(
    rules.versions,
    'monitoring',
    { startedOn: rules.asOf ?? namedOn },
    rules.asOf ?? day,
  )?.rule;
  if (rule === undefined) return [];
  const moment = Date.parse(rules.at.toString());
  const answer = judgeMonitoring(underMeasure(rule, measure), { of: 'contact' }, moment);
  const tier = 'tier' in answer ? rule.tiers.find(({ id }) => id === answer.tier) : undefined;
  if (tier === undefined) return [];
  const times = attemptsOf(watched, rules.versions);
  if (times === undefined) return slotsOf(tier);
  return isDayOfAttempt(watched, day, times) ? slotsOf(tier).slice(0, 1) : [];
}

/** The same of a patient at home: by the version that gave them their tier. */
export function slotsOfCase(watched: WatchedCase, day: string, { versions }: Rules): readonly string[] {
  if (watched.held) return [];
  const tier = versions
    .find(({ id }) => id === watched.protocol)
    ?.rules.monitoring?.tiers.find(({ id, of }) => id === watched.tier && of === 'case');
  if (tier === undefined) return [];
  return slotsOf(tier).filter((slot) => isWithin(tier, watched.since, day, slot));
}

function isWithin({ forDays }: Tier, since: string, day: string, slot: string): boolean {
  if (forDays === undefined) return true;
  const [hour = 0, minute = 0] = slot.split(':').map(Number);
  const asked = Instant.onDayInSeoul(LocalDate.of(day), 0).plusHours(hour + minute / 60);
  return asked.isBefore(Instant.of(since).plusHours(24 * forDays));
}

const lastDayBefore = (endsAt: string): string =>
  Instant.of(endsAt)
    .plusHours(-1 / 3_600)
    .dateInSeoul()
    .toString();

const attemptsOf = ({ plan }: WatchedContact, versions: readonly ProtocolVersion[]): number | undefined =>
  versions
    .find(({ id }) => id === plan?.protocol)
    ?.rules.quarantine?.measures.find(({ id }) => id === plan?.measure)?.contactAttempts;

/** Of the days from the last contact to the end, so many, evenly spread, the last among them: as the rounds ask. */
function isDayOfAttempt({ from, endsAt }: WatchedContact, day: string, times: number): boolean {
  const days = endsAt === null ? 0 : daysFrom(from, lastDayBefore(endsAt));
  if (days === 0) return true;
  const passed = daysFrom(from, day);
  return Math.trunc((passed * times) / days) > Math.trunc(((passed - 1) * times) / days);
}
