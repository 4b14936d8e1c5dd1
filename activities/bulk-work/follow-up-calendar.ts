import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import type { CalendarAsk, CalendarCheck, CalendarLine, CalendarVisit } from '../ports/watch-calendar.ts';
import type { Uses } from '../uses.ts';
import { slotsOfCase, slotsOfContact, type Rules } from './planned-checks.ts';

/** What a day stands for: the worst that has happened, or else what is to come. */
export type DayState = 'missed' | 'asked' | 'answered' | 'planned' | 'notDue';
export type CalendarDay = Readonly<{
  day: string;
  state: DayState;
  /** Half hours in which a round is still to ask. */
  planned: readonly string[];
  checks: readonly Omit<CalendarCheck, 'day'>[];
  visits: readonly Omit<CalendarVisit, 'day'>[];
}>;
export type CalendarOfPerson = Omit<CalendarLine, 'checks' | 'visits'> &
  Readonly<{ days: readonly CalendarDay[] }>;
type Ask = Omit<CalendarAsk, 'from' | 'to'> &
  Readonly<{ from?: string | undefined; to?: string | undefined }>;
type CalendarUses = Pick<Uses, 'watchCalendar' | 'protocols' | 'clock' | 'jurisdiction' | 'protocolAsOf'>;
export type FollowUpCalendar = Readonly<{ from: string; to: string; people: readonly CalendarOfPerson[] }>;

const A_WEEK = 7;

/** Who is watched or isolated, and what of each day: from today over a week, unless days are named. */
export const followUpCalendar =
  ({ watchCalendar, protocols, clock, jurisdiction, protocolAsOf }: CalendarUses) =>
  async ({ from: first, to: last, ...ask }: Ask): Promise<FollowUpCalendar> => {
    const at = Instant.of(await clock.now());
    const from = first ?? at.dateInSeoul().toString();
    const to =
      last ??
      LocalDate.of(from)
        .plusDays(A_WEEK - 1)
        .toString();
    const lines = await watchCalendar.page({ ...ask, from, to });
    const diseases = new Set(
      lines.flatMap(({ contacts, cases }) => [...contacts, ...cases]).map(({ disease }) => disease),
    );
    const versions = new Map<string, readonly ProtocolVersion[]>();
    for (const disease of diseases) versions.set(disease, await protocols.versions(disease, jurisdiction));
    const rulesOf = (disease: string): Rules => ({
      versions: versions.get(disease) ?? [],
      at,
      asOf: protocolAsOf,
    });
    const days = daysBetween(from, to);
    const people = lines.map(({ checks, visits, ...line }) => ({
      ...line,
      days: days.map((day) =>
        calendarDay(day, {
          planned: stillPlanned(line, day, at, rulesOf),
          checks: checks.filter((check) => check.day === day),
          visits: visits.filter((visit) => visit.day === day),
        }),
      ),
    }));
    return { from, to, people };
  };

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = LocalDate.of(from); !day.isAfter(LocalDate.of(to)); day = day.plusDays(1))
    days.push(day.toString());
  return days;
}

/** A person is asked once in a half hour, in however many episodes they are; what has passed is not planned any more. */
function stillPlanned(
  { contacts, cases }: Pick<CalendarLine, 'contacts' | 'cases'>,
  day: string,
  at: Instant,
  rulesOf: (disease: string) => Rules,
): readonly string[] {
  const today = at.dateInSeoul().toString();
  if (day < today) return [];
  const slots = [
    ...contacts.flatMap((one) => slotsOfContact(one, day, rulesOf(one.disease))),
    ...cases.flatMap((one) => slotsOfCase(one, day, rulesOf(one.disease))),
  ];
  return [...new Set(slots)].filter((slot) => day > today || slot > at.timeInSeoul()).sort();
}

type Happened = Readonly<{
  planned: readonly string[];
  checks: readonly CalendarCheck[];
  visits: readonly CalendarVisit[];
}>;

export function calendarDay(day: string, { planned, checks, visits }: Happened): CalendarDay {
  return {
    day,
    state: stateOf(checks, planned),
    planned: planned.filter((slot) => !checks.some((check) => check.slot === slot)),
    checks: checks.map(({ day: _day, ...check }) => check),
    visits: visits.map(({ day: _day, ...visit }) => visit),
  };
}

function stateOf(checks: readonly CalendarCheck[], planned: readonly string[]): DayState {
  const are = (...states: readonly CalendarCheck['state'][]): boolean =>
    checks.some(({ state }) => states.includes(state));
  if (are('missed', 'not-reached')) return 'missed';
  if (are('asked')) return 'asked';
  if (are('answered')) return 'answered';
  return planned.length > 0 ? 'planned' : 'notDue';
}
