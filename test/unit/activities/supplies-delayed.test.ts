import { describe, expect, test } from '@jest/globals';
import { tellSuppliesDelayed } from '../../../activities/isolation-management/supplies-messages.ts';
import type { Uses } from '../../../activities/uses.ts';
import { isOwedNoMore } from '../../../activities/upkeep/owed-no-more.ts';
import type { SuppliesCommand } from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import { aPerson, registered } from '../../support/person-fixtures.ts';
import {
  failed,
  ordered,
  paid,
  refunded,
  supplies,
  suppliesCancelled,
  untilPaid,
} from '../../support/supplies-fixtures.ts';
import { effectLog } from './effect-log-in-memory.ts';
import { gateway } from './gateway-in-memory.ts';

/** Supplies whose first order came to nothing and whose money for it is still with the seller. */
function delayed(...later: readonly SuppliesCommand[]) {
  const [one, person] = [supplies(), aPerson()];
  person.execute(registered());
  for (const command of [...untilPaid, failed('out-of-stock'), ...later]) one.execute(command);
  const { sent, texts } = gateway();
  const uses = {
    effects: effectLog().log,
    supplies: { load: async () => ({ aggregate: one }) },
    isolations: { load: async () => ({ aggregate: { state: { stage: 'active' } } }) },
    cases: { load: async () => ({ aggregate: { state: {} } }) },
    people: { load: async () => ({ aggregate: person }) },
    lookups: { hasDied: async () => false },
    texts,
  } as unknown as Uses;
  const key = `supplies:${one.id}:supplies-delayed:1`;
  const effect = { key, name: 'supplies-delayed', owner: { kind: 'supplies', id: one.id } };
  return { one, key, sent, uses, effect, step: { id: one.id, at: '', commandId: '', attempt: 1 } };
}

describe('“another order is on its way”', () => {
  test.each([
    ['money for the first is to come back', []],
    ['another is paid', [refunded(), ordered(2), paid(2)]],
  ])('is said while %s', async (_what, later) => {
    const { uses, step, sent, key, effect } = delayed(...later);
    expect(await isOwedNoMore(uses, effect)).toBe(false);
    await tellSuppliesDelayed(uses)(step);
    expect(sent).toEqual([key]);
  });
  test('is not said of supplies that are cancelled, though their money is still to come back', async () => {
    const { one, uses, step, sent, effect } = delayed(refunded(), ordered(2), paid(2), suppliesCancelled());
    expect(one.state.stage).toBe('refund-due');
    expect(await isOwedNoMore(uses, effect)).toBe(true);
    await tellSuppliesDelayed(uses)(step);
    expect(sent).toEqual([]);
  });
});
