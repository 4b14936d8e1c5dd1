import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import type { CaseEvent } from '../../../domain/patient-management/case/case.events.ts';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import { evolveCase } from '../../../domain/patient-management/case/evolve-case.ts';
import { DomainError } from '../../../domain/shared-kernel/domain-error.ts';
import {
  aCase,
  asked,
  checked,
  day,
  decided,
  diagnosed,
  diagnosticResult,
  died,
  planned,
  registered,
  released,
  reported,
  retested,
  returned,
  settled,
  suspected,
  transferred,
  treated,
  withdrawn,
} from '../../support/case-fixtures.ts';

const COMMANDS: readonly ((count: number) => CaseCommand)[] = [
  (count) => diagnosed(day(count)),
  (count) => diagnosed(day(count), false),
  (count) => suspected(day(count)),
  (count) => diagnosticResult(count % 3 === 0 ? 'negative' : 'positive', day(count)),
  (count) => settled(count % 2 === 0 ? 'confirm' : 'ruleOut', day(count)),
  (count) => registered(undefined, day(count)),
  (count) => treated(day(count)),
  (count) => planned(day(count)),
  (count) => checked(day(count)),
  (count) => asked(day(count), 1 + (count % 2)),
  (count) => reported(count % 3 === 0 ? 'notImproved' : 'improving', day(count)),
  (count) => retested('positive', day(count)),
  (count) => decided(count % 2 === 0 ? 'release' : 'keep', day(count)),
  (count) => released(day(count)),
  (count) => (count % 9 === 0 ? died('2026-03-02', day(count)) : transferred(day(count))),
  (count) => returned(day(count)),
  (count) => (count % 9 === 0 ? withdrawn(day(count)) : planned(day(count))),
];
/** Any commands in any order, one a day; the useful ones come often enough to reach every stage. */
const lives = fc.array(fc.nat(COMMANDS.length - 1), { minLength: 1, maxLength: 60 });

const live = (choices: readonly number[]) => {
  const one = aCase();
  const closedAt: { events: number | undefined } = { events: undefined };
  choices.forEach((choice, count) => {
    try {
      one.execute((COMMANDS[choice] ?? COMMANDS[0])?.(count + 1) as CaseCommand);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    if (one.version > 0 && one.isClosed) closedAt.events ??= one.news.length;
  });
  return { one, closedAt };
};

test('whatever is asked in whatever order: refusals are the domain’s, versions have no gap, state is the fold', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const { one } = live(choices);
      expect(one.version).toBe(one.news.length);
      const folded = one.news.reduce<CaseState | undefined>(
        (state, event) => evolveCase(state, event),
        undefined,
      );
      if (folded !== undefined) expect(one.state).toEqual(folded);
    }),
    { numRuns: 400 },
  );
});

test('a closed case never changes again, and nobody is released without the criteria or a clinician', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const { one, closedAt } = live(choices);
      if (closedAt.events !== undefined) {
        // The registry's answer may come after the end: the duty to report outlives the case.
        const late = one.news.slice(closedAt.events).map(({ type }) => type);
        expect(['', 'ConfirmedCaseRegistered']).toContain(late.join());
      }
      const releasedAt = one.news.findIndex(({ type }) => type === 'ReleasedFromIsolation');
      if (releasedAt === -1) return;
      const verdict = one.news
        .slice(0, releasedAt)
        .filter((event: CaseEvent) => /^(Found|ClinicianDecided)/.test(event.type))
        .at(-1);
      expect(
        verdict?.type === 'FoundFreeOfSymptoms' || (verdict as { decision?: string })?.decision === 'release',
      ).toBe(true);
    }),
    { numRuns: 400 },
  );
});
