import type pg from 'pg';
import { accessList, accessOfPerson } from './access-list.ts';
import { aggregatePage } from './aggregate-page.ts';
import { bulkRuns } from './bulk-runs.ts';
import { caseList } from './case-list.ts';
import { casePage } from './case-page.ts';
import { ownWork } from './own-work.ts';
import { webhookSubscriptions } from './webhook-subscriptions.ts';
import { taskList } from './task-list.ts';

/** What staff read: SQL straight to a view. */
export const readModels = (pool: pg.Pool) => ({
  accessList: accessList(pool),
  accessOfPerson: accessOfPerson(pool),
  aggregatePage: aggregatePage(pool),
  bulkRuns: bulkRuns(pool),
  caseList: caseList(pool),
  casePage: casePage(pool),
  ownWork: ownWork(pool),
  taskList: taskList(pool),
  webhookSubscriptions: webhookSubscriptions(pool),
});
export type ReadModels = ReturnType<typeof readModels>;
