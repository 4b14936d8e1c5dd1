import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Essentials } from '../../../domain/isolation-management/supplies/essentials.ts';
import type { SuppliesCommand } from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import {
  evolveSupplies,
  heldBy,
  type SuppliesState,
} from '../../../domain/isolation-management/supplies/supplies.state.ts';
import { refusal } from '../../support/refusal.ts';
import {
  BUDGET,
  completed,
  declined,
  delivered,
  essentialsChecked,
  failed,
  NEEDED,
  opened,
  ordered,
  paid,
  PRICE,
  refunded,
  shipped,
  supplies,
  suppliesCancelled,
} from '../../support/supplies-fixtures.ts';

type Make = (chance: number, last: number, stage: string) => SuppliesCommand;
/** Mostly the last attempt, sometimes an earlier one or one to come. */
const near = (chance: number, last: number): number =>
  Math.max(0, last + ([0, 0, 0, 0, -1, 1][chance % 6] ?? 0));
/** What comes next when all goes well. */
const onward: Make = (_chance, last, stage) => {
  if (stage === 'opened') return essentialsChecked();
  if (stage === 'ordered') return paid(last);
  if (stage === 'paid') return completed(last);
  if (stage === 'completed') return shipped(last);
  if (stage === 'shipped') return delivered(last);
  if (stage === 'refund-due') return refunded(last);
  return ordered(last + 1);
};
const COMMANDS: readonly Make[] = [
  ...Array.from({ length: 20 }, () => onward),
  (_chance, last) => failed('parcel-lost', last),
  (_chance, last) => failed('never-confirmed', last),
  (chance, last) => refunded(last, 1 + (chance % PRICE), `refund-y${chance}`),
  () => suppliesCancelled(),
  () => opened(),
  (chance) => essentialsChecked([[], [{ code: 'rice', quantity: 1 }], NEEDED][chance % 3] ?? NEEDED),
  (chance, last) => ordered(last + 1, chance % 4 === 0 ? 60_000 : 20_000),
  (_chance, last) => ordered(last + 1),
  (chance, last) => ordered(near(chance, last)),
  (_chance, last) => paid(last),
  (chance, last) => paid(near(chance, last)),
  (chance, last) => paid(near(chance, last), PRICE - (chance % 2), `pay-x${chance % 2}`),
  (chance, last) => declined(near(chance, last)),
  (_chance, last) => completed(last),
  (chance, last) => completed(near(chance, last)),
  (_chance, last) => shipped(last),
  (_chance, last) => shipped(last),
  (chance, last) => delivered(near(chance, last)),
  (chance, last) => failed(chance % 2 === 0 ? 'out-of-stock' : 'never-confirmed', near(chance, last)),
  (chance, last) => failed(chance % 2 === 0 ? 'parcel-lost' : 'returned', near(chance, last)),
  (chance, last) => refunded(near(chance, last)),
  (chance, last) => refunded(near(chance, last), 1 + (chance % PRICE), `refund-x${chance}`),
  (chance) => (chance % 4 === 0 ? suppliesCancelled() : essentialsChecked()),
];
const lives = fc.array(fc.tuple(fc.nat(COMMANDS.length - 1), fc.nat(60_000)), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});

/** Executes each command twice: the second time has to change nothing. `look` sees the state after each. */
function live(choices: readonly [number, number][], look: (state: SuppliesState) => void = () => {}) {
  const one = supplies();
  const ask = (command: SuppliesCommand): number => {
    const before = { state: one.version > 0 ? one.state : undefined, count: one.news.length };
    refusal(one, command);
    const raised = one.news.length - before.count;
    if (command.type === 'OrderEssentials' && raised > 0) expect(before.state?.refundDueWon).toBe(0);
    return raised;
  };
  ask(opened());
  for (const [choice, chance] of choices) {
    const command = (COMMANDS[choice] as Make)(chance, one.state.attempts.length, one.state.stage);
    ask(command);
    expect(ask(command)).toBe(0);
    look(one.state);
  }
  return one;
}
const always = (look: (state: SuppliesState) => void): void =>
  fc.assert(
    fc.property(lives, (choices) => {
      live(choices, look);
    }),
    { numRuns: 150 },
  );

test('refusals are the domain’s and change nothing, a repetition raises nothing, state is the fold of gapless events', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const one = live(choices);
      expect(one.version).toBe(one.news.length);
      expect(one.state).toEqual(one.news.reduce<SuppliesState | undefined>(evolveSupplies, undefined));
    }),
    { numRuns: 150 },
  );
});

test('never half done: what is closed owes nothing, and holds money only for what was delivered', () => {
  always((state) => {
    const held = state.paidWon - state.refundedWon;
    expect(held).toBeGreaterThanOrEqual(0);
    if (state.closedAt === undefined) return;
    expect(state.refundDueWon).toBe(0);
    const heldForGoods = state.attempts
      .filter(({ deliveredAt }) => deliveredAt !== undefined)
      .reduce((sum, attempt) => sum + heldBy(attempt), 0);
    expect(held).toBe(heldForGoods);
    if (state.stage !== 'delivered') expect(held).toBe(0);
  });
});

test('it is closed exactly when everything is present, delivered, or cancelled', () => {
  always(({ stage, closedAt }) =>
    expect(closedAt !== undefined).toBe(['present', 'delivered', 'cancelled'].includes(stage)),
  );
});

test('an order stays within the budget, is paid its price at most once, and gets back what it paid at most', () => {
  always(({ attempts }) => {
    for (const attempt of attempts) {
      expect(attempt.totalWon).toBeLessThanOrEqual(BUDGET);
      expect([undefined, attempt.totalWon]).toContain(attempt.payment?.paidWon);
      expect(heldBy(attempt)).toBeGreaterThanOrEqual(0);
    }
  });
});

test('only what is missing is ordered', () => {
  always(({ attempts, missing }) => {
    for (const { items } of attempts) expect(Essentials.of(items).isAmong(Essentials.of(missing))).toBe(true);
  });
});

test('what is cancelled is not delivered, and a parcel on its way is not cancelled', () => {
  always(({ cancelledBecause, phase, attempts }) => {
    if (cancelledBecause === undefined) return;
    expect(phase).toBe('cancelled');
    const calledBack = attempts.filter(
      ({ tracking, deadBecause }) => tracking !== undefined && deadBecause === 'cancelled',
    );
    expect(calledBack).toEqual([]);
  });
});

test('owed back is what dead attempts hold, unless their parcel arrived', () => {
  always(({ attempts, refundDueWon }) => {
    const dead = attempts.filter((one) => one.deadBecause !== undefined && one.deliveredAt === undefined);
    expect(refundDueWon).toBe(dead.reduce((sum, attempt) => sum + heldBy(attempt), 0));
  });
});

test('goods leave only when they are paid, and at most one attempt is alive', () => {
  always(({ attempts, stage }) => {
    for (const { tracking, orderReference, payment, deliveredAt } of attempts) {
      if (orderReference !== undefined) expect(payment).toBeDefined();
      if (tracking !== undefined) expect(orderReference).toBeDefined();
      if (deliveredAt !== undefined) expect(tracking).toBeDefined();
    }
    expect(attempts.slice(0, -1).filter(({ deadBecause }) => deadBecause === undefined)).toEqual([]);
    if (stage === 'delivered') expect(attempts.at(-1)?.deliveredAt).toBeDefined();
  });
});

test('such lives reach every stage', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(lives, (choices) => {
      live(choices, ({ stage }) => seen.add(stage));
    }),
    { numRuns: 300, seed: 7 },
  );
  expect([...seen].sort()).toEqual([
    'cancelled',
    'completed',
    'delivered',
    'failed',
    'missing',
    'opened',
    'ordered',
    'paid',
    'present',
    'refund-due',
    'shipped',
  ]);
});
