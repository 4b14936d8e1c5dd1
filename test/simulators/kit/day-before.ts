const DAY = 86_400_000;

/** The day before, but none before the earliest: a look-up may reach to a day that is not over. */
export function dayBefore(day: string, earliest: string): string {
  const before = new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
  return before < earliest ? earliest : before;
}
