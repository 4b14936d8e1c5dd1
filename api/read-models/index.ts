import type pg from 'pg';
import { accessList, accessOfPerson } from './access-list.ts';
import { aggregatePage } from './aggregate-page.ts';
import { bulkRuns } from './bulk-runs.ts';
import { caseList } from './case-list.ts';
import { casePage } from './case-page.ts';
import { handOverList, handOverPage } from './hand-overs.ts';
import { isRevoked, staffPage } from './staff-page.ts';
import { myDay } from './my-day.ts';
import { ownWork } from './own-work.ts';
import { webhookSubscriptions } from './webhook-subscriptions.ts';
import { savedFilters } from './saved-filters.ts';
import { taskList } from './task-list.ts';
import { taskQueues } from './task-queues.ts';

/** What staff read: SQL straight to a view. */
export const readModels = (pool: pg.Pool) => ({
  accessList: accessList(pool),
  accessOfPerson: accessOfPerson(pool),
  aggregatePage: aggregatePage(pool),
  bulkRuns: bulkRuns(pool),
  caseList: caseList(pool),
  casePage: casePage(pool),
  handOverList: handOverList(pool),
  handOverPage: handOverPage(pool),
  isRevoked: isRevoked(pool),
  staffPage: staffPage(pool),
  myDay: myDay(pool),
  ownWork: ownWork(pool),
  savedFilters: savedFilters(pool),
  taskList: taskList(pool),
  webhookSubscriptions: webhookSubscriptions(pool),
  taskQueues: taskQueues(pool),
});
export type ReadModels = ReturnType<typeof readModels>;
