import type { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import type { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import type { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import type { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import type { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import type { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import type { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import type { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import type { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import type { Protocol } from '../../domain/protocol/protocol.ts';
import type { Task } from '../../domain/worklist/task.ts';
import { transferred } from './case-fixtures.ts';
import { facility } from './clinic-fixtures.ts';
import { dropped } from './contact-fixtures.ts';
import { notified } from './isolation-fixtures.ts';
import { approved, assessed, aRule } from './living-support-fixtures.ts';
import { refused as lookUpRefused } from './look-up-fixtures.ts';
import { reachedBy } from './person-fixtures.ts';
import { finished } from './route-fixtures.ts';
import { STAFF_ACCOUNT } from './staff-fixtures.ts';
import { essentialsChecked } from './supplies-fixtures.ts';
import { refused } from './survey-fixtures.ts';
import { resulted } from './test-fixtures.ts';
import {
  aBulkRun,
  aCase,
  aClinic,
  aContact,
  aDocument,
  aHandOver,
  aLivingSupport,
  aLookUp,
  aPerson,
  aProtocol,
  aRoute,
  aSurvey,
  aTask,
  aTest,
  anIsolation,
  now,
  publish,
  someSupplies,
} from './aggregate-makers.ts';
import { AN_EXPORT } from './export-fixtures.ts';
import { A_WEBHOOK_SUBSCRIPTION } from './webhook-fixtures.ts';

/** For every repository: a new one, and a change that an existing one takes. */
export const MAKERS = {
  people: { make: aPerson, change: (one: Person) => one.execute({ ...reachedBy('post'), at: now() }) },
  cases: { make: aCase, change: (one: Case) => one.execute(transferred(now())) },
  tests: { make: aTest, change: (one: Test) => one.execute(resulted({ result: 'negative', at: now() })) },
  surveys: { make: aSurvey, change: (one: Survey) => one.execute(refused(now())) },
  clinics: { make: aClinic, change: (one: Clinic) => one.execute(facility({ at: now() })) },
  livingSupports: {
    make: aLivingSupport,
    change: (one: LivingSupport) => {
      one.execute({ ...assessed(150_000, {}, aRule('2020-01-01')), at: now() });
      one.execute({ ...approved(), at: now() });
    },
  },
  isolations: { make: anIsolation, change: (one: Isolation) => one.execute(notified('sms', now())) },
  supplies: {
    make: someSupplies,
    change: (one: IsolationSupplies) => one.execute({ ...essentialsChecked(), at: now() }),
  },
  handOvers: {
    make: aHandOver,
    change: (one: HandOver) =>
      one.execute({ type: 'WithdrawHandOver', because: 'withdrawn', by: 'officer', at: now() }),
  },
  contacts: { make: aContact, change: (one: Contact) => one.execute({ ...dropped(), at: now() }) },
  routes: { make: aRoute, change: (one: Route) => one.execute({ ...finished(), at: now() }) },
  informationRequests: {
    make: aLookUp,
    change: (one: InformationRequest) => one.execute({ ...lookUpRefused(), at: now() }),
  },
  tasks: {
    make: aTask,
    change: (one: Task) => one.execute({ type: 'CancelTask', by: 'officer', at: now() }),
  },
  staffAccounts: STAFF_ACCOUNT,
  bulkRuns: {
    make: aBulkRun,
    change: (one: BulkRun) => one.execute({ type: 'PauseBulkRun', by: 'officer', at: now() }),
  },
  exports: AN_EXPORT,
  webhookSubscriptions: A_WEBHOOK_SUBSCRIPTION,
  protocolRecords: {
    make: aProtocol,
    change: (one: Protocol) => {
      publish(one, aDocument({ disease: one.state.disease, effectiveFrom: '2020-02-01', days: 14 }));
    },
  },
} as const;
