import type { Uses } from '../uses.ts';
import { handOverStanding } from './hand-over-standing.ts';
import {
  completeHandOver,
  moveBelongings,
  moveCase,
  relocatePerson,
  moveTasks,
} from './move-with-hand-over.ts';
import { settleHandOver } from './settle-hand-over.ts';

/** What a hand-over's process does in our own database. */
export const handOverActivities = (uses: Uses) => ({
  handOverStanding: handOverStanding(uses),
  settleHandOver: settleHandOver(uses),
  moveCase: moveCase(uses),
  relocatePerson: relocatePerson(uses),
  moveBelongings: moveBelongings(uses),
  moveTasks: moveTasks(uses),
  completeHandOver: completeHandOver(uses),
});
