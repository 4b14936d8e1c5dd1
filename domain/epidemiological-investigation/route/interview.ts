import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';

/** Coded answers of a route interview, by question. */
type Answers = Readonly<Record<string, boolean | number | string>>;

/** A stay as somebody told it. Times RFC 3339; codes as they came. */
export type ToldVisit = Readonly<{ place: string; district: string; from: string; to: string }>;

/** The visits that an interview tells, and how many it began to tell without saying where and when. */
export function visitsTold(answers: Answers): Readonly<{ visits: readonly ToldVisit[]; unclear: number }> {
  const visits: ToldVisit[] = [];
  let unclear = 0;
  for (const number of numbersIn(answers)) {
    const visit = visitOf(answers, number);
    if (visit === undefined) unclear += 1;
    else visits.push(visit);
  }
  return { visits, unclear };
}

const numbersIn = (answers: Answers): readonly string[] => [
  ...new Set(Object.keys(answers).flatMap((code) => /^visit-(\d+)-/.exec(code)?.[1] ?? [])),
];

function visitOf(answers: Answers, number: string): ToldVisit | undefined {
  const told = (part: string) => answers[`visit-${number}-${part}`];
  const [place, district, day, from, hours = 0] = ['place', 'district', 'day', 'from', 'hours'].map(told);
  if (typeof place !== 'string' || typeof day !== 'string') return undefined;
  if (typeof district !== 'number' || typeof from !== 'number' || typeof hours !== 'number') return undefined;
  try {
    const begins = Instant.onDayInSeoul(LocalDate.of(day), 0).plusHours(from);
    return {
      place,
      district: `${district}`,
      from: begins.toString(),
      to: begins.plusHours(hours).toString(),
    };
  } catch (error) {
    if (error instanceof InvalidValue) return undefined;
    throw error;
  }
}
