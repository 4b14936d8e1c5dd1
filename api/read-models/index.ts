import type pg from 'pg';
import { accessList, accessOfPerson } from './access-list.ts';
import { aggregatePage } from './aggregate-page.ts';
import { bulkRuns } from './bulk-runs.ts';
import { CASE_LINES } from './case-lines.ts';
import { casesOfPeople } from './cases-of-people.ts';
import { casePage } from './case-page.ts';
import { figures } from './figures/index.ts';
import { exportedFiles } from './exported-files.ts';
import { exportList, exportPage } from './exports.ts';
import { importMaps } from './import-maps.ts';
import { isolationsOf } from './isolations-of.ts';
import { handOverList, handOverPage, handOversWaiting } from './hand-overs.ts';
import { staffPage } from './staff-page.ts';
import { myDay } from './my-day.ts';
import { CONTACT_LINES } from './contact-lines.ts';
import { lineList } from './line-list.ts';
import { lineSnapshot } from './line-snapshot.ts';
import { ownWork } from './own-work.ts';
import { savedFilters } from './saved-filters.ts';
import { stateLists } from './state-lists.ts';
import { placeClusters } from './tracing/place-clusters.ts';
import { webhookSubscriptions } from './webhook-subscriptions.ts';
import { taskList } from './task-list.ts';
import { taskQueues } from './task-queues.ts';

/** What staff read: SQL straight to a view. */
export const readModels = (pool: pg.Pool) => ({
  accessList: accessList(pool),
  accessOfPerson: accessOfPerson(pool),
  aggregatePage: aggregatePage(pool),
  bulkRuns: bulkRuns(pool),
  caseLines: lineList(pool, CASE_LINES),
  caseSnapshot: lineSnapshot(pool, CASE_LINES),
  casePage: casePage(pool),
  casesOfPeople: casesOfPeople(pool),
  figures: figures(pool),
  exportedFiles: exportedFiles(pool),
  exportList: exportList(pool),
  exportPage: exportPage(pool),
  handOverList: handOverList(pool),
  handOverPage: handOverPage(pool),
  importMaps: importMaps(pool),
  isolationsOf: isolationsOf(pool),
  handOversWaiting: handOversWaiting(pool),
  staffPage: staffPage(pool),
  myDay: myDay(pool),
  contactLines: lineList(pool, CONTACT_LINES),
  contactSnapshot: lineSnapshot(pool, CONTACT_LINES),
  ownWork: ownWork(pool),
  savedFilters: savedFilters(pool),
  stateLists: stateLists(pool),
  placeClusters: placeClusters(pool),
  taskList: taskList(pool),
  taskQueues: taskQueues(pool),
  webhookSubscriptions: webhookSubscriptions(pool),
});
export type ReadModels = ReturnType<typeof readModels>;
