import { decideTask } from './decide-task.ts';
import { decisionsOffered } from './decisions-offered.ts';
import { escalateTask } from './escalate-task.ts';
import { claimTask, handBackTask, reassignTask, takeBackTask } from './hold-task.ts';
import { endStaffAbsence, reportStaffAbsence, restoreAccess, revokeAccess } from './manage-access.ts';
import { removeFilter, saveFilter } from './saved-filters.ts';
import type { Uses } from '../uses.ts';

/** Tasks: what people and machines ask for. */
export const worklistRequests = (uses: Uses) => ({
  decideTask: decideTask(uses),
  decisionsOffered,
  escalateTask: escalateTask(uses),
  claimTask: claimTask(uses),
  handBackTask: handBackTask(uses),
  reassignTask: reassignTask(uses),
  takeBackTask: takeBackTask(uses),
  revokeAccess: revokeAccess(uses),
  restoreAccess: restoreAccess(uses),
  reportStaffAbsence: reportStaffAbsence(uses),
  endStaffAbsence: endStaffAbsence(uses),
  saveFilter: saveFilter(uses),
  removeFilter: removeFilter(uses),
});
