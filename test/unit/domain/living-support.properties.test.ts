import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LivingSupportCommand } from '../../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type { LivingSupportEvent } from '../../../domain/diagnostic-testing/living-support/living-support.events.ts';
import {
  evolveLivingSupport,
  type LivingSupportState,
} from '../../../domain/diagnostic-testing/living-support/living-support.state.ts';
import { recallsOf } from '../../../domain/diagnostic-testing/living-support/recovery.ts';
import {
  aClaim,
  amountSet,
  applied,
  approved,
  assessed,
  assessedUnknown,
  failed,
  paid,
  recovered,
  appliedAtNotice,
  assessedAtEnd,
  factsStated,
  restored,
  retried,
  reversed,
} from '../../support/living-support-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

const COMMANDS: readonly ((count: number) => LivingSupportCommand)[] = [
  () => applied(),
  () => applied({ by: 'payer' }),
  () => assessed(),
  () => assessedUnknown(),
  (count) => (count % 5 === 0 ? assessed(1, { rulesKept: false }) : assessed()),
  (count) => amountSet(150_000 + (count % 2), count % 3 === 0 ? 'payer' : 'chief'),
  () => approved('chief'),
  () => approved('payer'),
  (count) => paid(150_000 + (count % 2), `P-${count % 2}`),
  () => paid(),
  (count) => failed(1 + (count % 3)),
  () => retried(),
  (count) => (count % 3 === 0 ? reversed() : paid(150_000, `P-${count}`)),
  (count) => reversed('wrongAmount', count % 4 === 1 ? 200_000 : 70_000),
  (count) => recovered(60_000, `R-${count % 5}`),
  (count) => recovered(10_000 * (count % 4), `R-${count % 5}`),
  () => appliedAtNotice(),
  () => assessedAtEnd(),
  (count) => assessedAtEnd({ missing: count % 2 === 0 ? ['homeTreatment'] : [] }),
  (count) => factsStated({ paidLeave: count % 3 === 0 }, 1 + (count % 2)),
  () => restored(),
  () => recovered(150_000, 'R-whole'),
];
const choices = fc.array(fc.nat(COMMANDS.length - 1), { minLength: 1, maxLength: 40 });
/** Indexes of commands that lead to a later stage, so that every stage is seen often. */
const beginnings = fc.constantFrom(
  [],
  [0, 2],
  [0, 3, 5],
  [0, 2, 6],
  [0, 2, 6, 9],
  [0, 2, 6, 9, 13],
  [0, 2, 6, 9, 12, 21],
);
const lives = fc.tuple(beginnings, choices).map(([beginning, rest]) => [...beginning, ...rest]);

const evermore = (check: (events: readonly LivingSupportEvent[], state: LivingSupportState) => void) =>
  fc.assert(
    fc.property(lives, (life) => {
      const one = aClaim();
      life.forEach((choice, count) => {
        const command = COMMANDS[choice]?.(count) as LivingSupportCommand;
        for (const repeated of [false, true]) {
          const before = one.version;
          refusal(one, command);
          if (repeated) expect(one.version).toBe(before);
        }
      });
      expect(one.version).toBe(one.news.length);
      const folded = one.news.reduce<LivingSupportState | undefined>(evolveLivingSupport, undefined);
      if (folded === undefined) return;
      expect(one.state).toEqual(folded);
      check(one.news, folded);
    }),
    { numRuns: 600 },
  );

const of = <Type extends LivingSupportEvent['type']>(events: readonly LivingSupportEvent[], type: Type) =>
  events.filter((event): event is Extract<LivingSupportEvent, { type: Type }> => event.type === type);

test('whatever is asked: never paid again before all of it came back, only what was approved, never when ineligible', () =>
  evermore((events) => {
    for (const payment of of(events, 'LivingSupportPaid')) {
      const place = events.indexOf(payment);
      const before = events.slice(0, place);
      expect(of(before, 'LivingSupportApproved').at(-1)?.amountWon).toBe(payment.amountWon);
      expect(of(before, 'LivingSupportAssessed').at(-1)?.verdict).not.toBe('ineligible');
      const paidBefore = of(before, 'LivingSupportPaid').reduce((sum, { amountWon }) => sum + amountWon, 0);
      const back = of(before, 'LivingSupportRecovered').reduce(
        (sum, { recoveredWon }) => sum + recoveredWon,
        0,
      );
      expect(back).toBe(paidBefore);
    }
  }));

test('whatever is asked: what went out after the claim was cancelled is due back at once', () =>
  evermore((events) => {
    for (const payment of of(events, 'LivingSupportPaid')) {
      const place = events.indexOf(payment);
      const turns = events.slice(0, place).map(({ type }) => type);
      const cancelled =
        turns.lastIndexOf('LivingSupportRejected') > turns.lastIndexOf('LivingSupportRestored');
      if (cancelled) expect(events[place + 1]?.type).toBe('LivingSupportReversed');
    }
  }));

test('whatever is asked: four eyes see every approval, and no amount is zero', () =>
  evermore((events) => {
    for (const approval of of(events, 'LivingSupportApproved')) {
      const before = events.slice(0, events.indexOf(approval));
      const setAmount = before
        .filter(({ type }) => type === 'LivingSupportAssessed' || type === 'LivingSupportAmountDetermined')
        .at(-1);
      expect(approval.by).not.toBe(setAmount?.by);
      expect(approval.by).not.toBe(before[0]?.by);
      expect(approval.amountWon).toBeGreaterThan(0);
    }
  }));

test('whatever is asked: never more is recovered than is due, nor more due than was paid', () =>
  evermore((events, state) => {
    const { paidWon = 0, amountDueWon = 0, stage } = state;
    const fresh =
      events.findLastIndex((one) => one.type === 'LivingSupportRestored' && one.to !== 'reversed') + 1;
    const recovered = of(events.slice(fresh), 'LivingSupportRecovered').reduce(
      (sum, { recoveredWon }) => sum + recoveredWon,
      0,
    );
    expect(recovered).toBeLessThanOrEqual(amountDueWon);
    expect(amountDueWon).toBeLessThanOrEqual(paidWon);
    expect(stage === 'recovered').toBe(amountDueWon > 0 && recovered === amountDueWon);
    expect(recallsOf(state).reduce((sum, { won }) => sum + won, 0)).toBe(amountDueWon);
    const reversals = recallsOf(state).map(({ reversal }) => reversal);
    expect(new Set(reversals).size).toBe(reversals.length);
  }));
