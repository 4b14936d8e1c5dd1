import { expect, test } from '@jest/globals';
import type { LivingSupportCommand } from '../../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import {
  aClaim,
  applied,
  approved,
  assessed,
  failed,
  paid,
  recovered,
  restored,
  retried,
  reversed,
} from '../../support/living-support-fixtures.ts';

const noticeAfter = (...commands: readonly LivingSupportCommand[]) => {
  const claim = aClaim();
  for (const command of commands) claim.execute(command);
  const { sequence, of } = claim.state.notice ?? {};
  return [sequence, of];
};
const toPay = [applied(), assessed(), approved()];
const settled = [...toPay, paid()];

test.each([
  ['a claim that waits', [undefined, undefined], [applied(), assessed()]],
  ['an approval', [1, 'approved'], toPay],
  ['a payment that failed and is tried again', [1, 'approved'], [...toPay, failed(), retried()]],
  ['a payment', [2, 'paid'], settled],
  ['no claim', [1, 'refused'], [applied(), assessed(150_000, { withinIncome: false })]],
  ['a claim cancelled before it was paid', [2, 'refused'], [...toPay, reversed()]],
  ['a payment after that', [4, 'reversed'], [...toPay, reversed(), paid()]],
  ['what is due back', [3, 'reversed'], [...settled, reversed()]],
  ['a part that came back', [3, 'reversed'], [...settled, reversed(), recovered(50_000)]],
  ['all that came back', [4, 'recovered'], [...settled, reversed(), recovered(150_000)]],
  ['a recall withdrawn', [4, 'recallWithdrawn'], [...settled, reversed(), restored()]],
  ['a claim taken up again', [3, 'takenUp'], [...toPay, reversed(), restored()]],
] as const)('the person is owed to be told of %s', (_what, expected, commands) => {
  expect(noticeAfter(...commands)).toEqual(expected);
});

test('the same refusal found again is told once, another one anew', () => {
  const refused = assessed(150_000, { withinIncome: false });
  expect(noticeAfter(applied(), refused, refused)).toEqual([1, 'refused']);
  const otherwise = assessed(150_000, { withinIncome: false, rulesKept: false });
  expect(noticeAfter(applied(), refused, otherwise)).toEqual([2, 'refused']);
});
