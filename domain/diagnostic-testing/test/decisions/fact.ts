import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import { SampleTimes } from '../sample-times.ts';
import type { Subject, TestEvent } from '../test.events.ts';
import type { TestState } from '../test.state.ts';

/** The part that every event of a test shares. */
export function fact<Type extends TestEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}

export function subjectOf({ caseId, contactId }: TestState): Subject {
  if (caseId !== undefined) return { caseId };
  if (contactId === undefined) throw new TypeError('a test of nobody');
  return { contactId };
}

export const hasResult = ({ stage }: TestState): boolean => stage === 'resulted' || stage === 'corrected';

/** @throws RuleBroken `test/already-resulted`, `test/cancelled` */
export function needsNoResult(state: TestState): void {
  if (hasResult(state)) throw new RuleBroken('test/already-resulted');
  if (state.stage === 'cancelled') throw new RuleBroken('test/cancelled');
}

type Told = Readonly<
  Partial<Record<'collectedAt' | 'receivedAt' | 'testedAt' | 'resultedAt', Instant | undefined>>
>;

/** What was told now, beside what is known: together they must make a possible order of times. */
export function timesWith(state: TestState, told: Told, { at }: By): SampleTimes {
  const known = (text: string | undefined) => (text === undefined ? undefined : Instant.of(text));
  return SampleTimes.of(
    {
      collectedAt: known(state.collectedAt) ?? told.collectedAt,
      receivedAt: known(state.receivedAt) ?? told.receivedAt,
      testedAt: told.testedAt,
      resultedAt: told.resultedAt,
    },
    at,
  );
}
