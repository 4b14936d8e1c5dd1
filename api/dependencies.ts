import type { Request } from 'express';
import type { Requests } from '../activities/index.ts';
import type { AccessRecords } from '../activities/ports/access-records.ts';
import type { Lookups } from '../activities/ports/lookups.ts';
import type { WebhookReader } from '../activities/ports/webhooks.ts';
import type { Simulation } from '../activities/ports/simulation.ts';
import type { Staff } from './access/staff.ts';
import type { accessList, accessOfPerson } from './read-models/access-list.ts';
import type { aggregatePage } from './read-models/aggregate-page.ts';
import type { bulkRuns } from './read-models/bulk-runs.ts';
import type { caseList } from './read-models/case-list.ts';
import type { casePage } from './read-models/case-page.ts';
import type { ownWork } from './read-models/own-work.ts';
import type { taskList } from './read-models/task-list.ts';

/** What the composition root hands to the routes. */
export type Dependencies = Readonly<{
  requests: Requests;
  casePage: ReturnType<typeof casePage>;
  aggregatePage: ReturnType<typeof aggregatePage>;
  caseList: ReturnType<typeof caseList>;
  taskList: ReturnType<typeof taskList>;
  ownWork: ReturnType<typeof ownWork>;
  bulkRuns: ReturnType<typeof bulkRuns>;
  accessList: ReturnType<typeof accessList>;
  accessOfPerson: ReturnType<typeof accessOfPerson>;
  webhooks: WebhookReader;
  /** Only in simulation mode. */
  simulation?: Simulation;
  /** Who asks. @throws Refusal `token/missing-or-unknown` */
  staffOf: (request: Request) => Promise<Staff>;
  accessRecords: AccessRecords;
  /** The district and the case of what is there. */
  placeOf: Lookups['placeOf'];
  /** Where an operator sees a process. */
  processUrl: (processId: string) => string;
  isReady: () => Promise<boolean>;
  log: (entry: object, message: string) => void;
}>;
