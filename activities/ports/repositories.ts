import type { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import type { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import type { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import type { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import type { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { WebhookSubscription } from '../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import type { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import type { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import type { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import type { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import type { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import type { Protocol } from '../../domain/protocol/protocol.ts';
import type { StaffAccount } from '../../domain/worklist/staff-account/staff-account.ts';
import type { Task } from '../../domain/worklist/task.ts';
import type { Repository } from './repository.ts';

/** One for each aggregate there is. */
export type Repositories = Readonly<{
  people: Repository<Person>;
  cases: Repository<Case>;
  handOvers: Repository<HandOver>;
  tests: Repository<Test>;
  surveys: Repository<Survey>;
  clinics: Repository<Clinic>;
  livingSupports: Repository<LivingSupport>;
  isolations: Repository<Isolation>;
  supplies: Repository<IsolationSupplies>;
  contacts: Repository<Contact>;
  routes: Repository<Route>;
  informationRequests: Repository<InformationRequest>;
  tasks: Repository<Task>;
  staffAccounts: Repository<StaffAccount>;
  bulkRuns: Repository<BulkRun>;
  webhookSubscriptions: Repository<WebhookSubscription>;
  protocolRecords: Repository<Protocol>;
}>;
