import { addDays } from './days.ts';
import type { Row } from './line-list.ts';

export type Expected = Readonly<{
  stage: 'released' | 'deceased' | 'open';
  /** First and last day on which it may come to that end. */
  from: string | undefined;
  to: string | undefined;
}>;

/** The demonstration runs under Korea's rules of 2020-06-25, as they were published, not as the program reads them. */
const PERIOD_DAYS = 10;
const DAYS_TO_NEXT_CHECK = { afterPositive: 3, afterNegative: 1, afterDecision: 3 };
/** A patient who is not well at one check is looked at again within so many days. */
const BETWEEN_CHECKS = Math.max(...Object.values(DAYS_TO_NEXT_CHECK));

/** The day on which a case is first looked at: the period ends at midnight, the patient is asked in the morning after. */
export const firstCheckDay = ({ onset, confirmed }: Row): string =>
  addDays(onset ?? confirmed, PERIOD_DAYS + 1);

/** How a case must end, from its row alone. A row without a date of death has the day after confirmation. */
export function expectedEnd(row: Row): Expected {
  switch (row.state) {
    case 'deceased': {
      const day = row.deceased ?? addDays(row.confirmed, 1);
      return { stage: 'deceased', from: day, to: day };
    }
    case 'isolated':
      return { stage: 'open', from: undefined, to: undefined };
    case 'released': {
      const check = [firstCheckDay(row), row.confirmed].sort()[1] ?? row.confirmed;
      const from = row.released !== undefined && row.released > check ? row.released : check;
      return { stage: 'released', from, to: addDays(from, BETWEEN_CHECKS) };
    }
  }
}
