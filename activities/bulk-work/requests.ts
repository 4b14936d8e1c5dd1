import type { Uses } from '../uses.ts';
import { followUpCalendar } from './follow-up-calendar.ts';
import { pauseRun, resumeRun } from './hold-run.ts';
import { removeMap, replaceMap, saveMap } from './keep-maps.ts';
import { requestImport } from './request-import.ts';
import { requestMonitoringRound, requestRetentionSweep } from './request-round.ts';
import { requestRoutes } from './request-routes.ts';
import { requestRun } from './request-run.ts';
import { rowInDoubt } from './row-in-doubt.ts';
import { suggestMap } from './suggest-map.ts';
import { requestCommand } from './request-command.ts';
import { undoRun } from './undo-run.ts';

/** Bulk work: what people ask for. */
export const bulkWorkRequests = (uses: Uses) => ({
  requestRun: requestRun(uses),
  requestImport: requestImport(uses),
  rowInDoubt: rowInDoubt(uses),
  requestRoutes: requestRoutes(uses),
  suggestMap: suggestMap(),
  saveMap: saveMap(uses),
  replaceMap: replaceMap(uses),
  removeMap: removeMap(uses),
  requestMonitoringRound: requestMonitoringRound(uses),
  requestRetentionSweep: requestRetentionSweep(uses),
  requestCommand: requestCommand(uses),
  undoRun: undoRun(uses),
  pauseRun: pauseRun(uses),
  resumeRun: resumeRun(uses),
  followUpCalendar: followUpCalendar(uses),
});
