import { ANSWERED_WITHIN_HOURS } from '../patient-management/hand-over/patience.ts';
import type { TaskTerms } from './task.kinds.ts';

const OF_PATIENTS = { team: 'patient-management', priority: 1, levels: 1, needsCase: false } as const;

/** 관할 이관 */
export const HAND_OVER_TASKS = {
  /** For the district that is asked. It is off the list when the time for an answer is over. */
  'hand-over-offered': {
    ...OF_PATIENTS,
    decisions: ['accept', 'reject'],
    withinHours: ANSWERED_WITHIN_HOURS,
  },
  /** About the case, for the district that offered it: nobody took it over, the reason says why. Its end settles it, too. */
  'hand-over-returned': { ...OF_PATIENTS, decisions: ['done'], withinHours: 12, needsCase: true },
} as const satisfies Readonly<Record<string, TaskTerms>>;
