import type { DueTest } from '../../domain/protocol/evaluation/quarantine.ts';
import { dayNumber, dayOf, momentOf, momentText, startOfDay } from '../../domain/shared-kernel/calendar.ts';
import type { TestType } from '../../domain/diagnostic-testing/test/test-type.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import type { ContactTest } from './contact-facts.ts';

const HOUR = 3_600_000;
/** Nobody is sent to a clinic at night. */
const FROM_HOUR = 9;
/** A specimen of the last day has until then to be tested. */
const RESULT_WITHIN_HOURS = 48;
/** How often an indeterminate test is done again within its days. */
const REPETITIONS = 2;

export type TestsOwed = Readonly<{
  /** To be ordered now, or ordered without a known result: the same number is the same test. */
  open: readonly Readonly<{ sequence: number; testType: TestType; overdueAt: string }>[];
  /** When the next one is to be ordered. */
  nextAt?: string;
}>;

/** Which of a contact's tests are to be ordered or waited for, by the days of its measure. */
export function testsOwed(due: readonly DueTest[], done: readonly ContactTest[], at: Instant): TestsOwed {
  const open: { sequence: number; testType: TestType; overdueAt: string }[] = [];
  const later: number[] = [];
  let sequence = done.length;
  for (const { from, until, state, testType } of due) {
    if (from === null || until === null || state === 'done') continue;
    const [opens, ends] = [startOfDay(dayNumber(from)) + FROM_HOUR * HOUR, startOfDay(dayNumber(until) + 1)];
    const theirs = done.filter((test) => isWithin(test, dayNumber(from), dayNumber(until)));
    const waiting = theirs.find(({ state: { result } }) => result === undefined);
    const overdueAt = momentText(ends + RESULT_WITHIN_HOURS * HOUR);
    if (waiting !== undefined) {
      open.push({
        sequence: waiting.state.sequence,
        testType: waiting.state.testType ?? testType,
        overdueAt,
      });
    } else if (at.epochMilliseconds < opens) {
      later.push(opens);
    } else if (at.epochMilliseconds < ends && theirs.length < 1 + REPETITIONS) {
      sequence += 1;
      open.push({ sequence, testType, overdueAt });
    }
  }
  return { open, ...(later.length === 0 ? {} : { nextAt: momentText(Math.min(...later)) }) };
}

function isWithin({ state }: ContactTest, from: number, until: number): boolean {
  const day = dayOf(momentOf(state.orderedAt));
  return state.stage !== 'cancelled' && from <= day && day <= until;
}
