import type { Place } from '../../activities/ports/lookups.ts';
import type { Subscriber } from '../../activities/ports/subscribers.ts';
import type { Action } from './matrix.ts';
import { decidable } from './task-rights.ts';
import { couldDo } from './vouched.ts';

/**
 * That a request gives work to somebody: where its body names the account, or each of several (`shifts[].staffId`), and the
 * rights that this takes there.
 */
export type GivenTo = Readonly<{ at: string; needs: (place: Place) => readonly Action[] }>;

export const TASK_GIVEN: GivenTo = {
  at: 'staffId',
  needs: (place) => ['task:work', decidable(place) ?? 'task:work'],
};
export const ISOLATION_GIVEN: GivenTo = { at: 'officer', needs: () => ['isolation:handle'] };
/** Whoever works for the office there: people of every team have shifts. */
const atTheOffice = (): readonly Action[] => ['task:work'];
export const SHIFTS_PLANNED: GivenTo = { at: 'shifts[].staffId', needs: atTheOffice };
export const SHIFT_GIVEN: GivenTo = { at: 'coveredBy', needs: atTheOffice };

/**
 * Why an account is given nothing there: it is judged by the token with which it asked last. One that never asked is nobody’s,
 * and one of elsewhere is spoken of in the same words.
 */
export function whyNotGiven(
  { isRevoked, asked }: Subscriber,
  needs: readonly string[],
  district: string,
): 'assignee/access-revoked' | 'assignee/may-not-do-it' | undefined {
  if (isRevoked) return 'assignee/access-revoked';
  if (asked === undefined) return 'assignee/may-not-do-it';
  return needs.every((action) => couldDo(asked, action, district)) ? undefined : 'assignee/may-not-do-it';
}
