import type pg from 'pg';
import { BulkRun } from '../../../domain/bulk-work/bulk-run.ts';
import { Clinic } from '../../../domain/diagnostic-testing/clinic/clinic.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { Survey } from '../../../domain/diagnostic-testing/survey/survey.ts';
import { Test } from '../../../domain/diagnostic-testing/test/test.ts';
import { Contact } from '../../../domain/epidemiological-investigation/infection-network/contact.ts';
import { InformationRequest } from '../../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Route } from '../../../domain/epidemiological-investigation/route/route.ts';
import { Export } from '../../../domain/exchange/export/export.ts';
import { WebhookSubscription } from '../../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { IsolationSupplies } from '../../../domain/isolation-management/supplies/supplies.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import { HandOver } from '../../../domain/patient-management/hand-over/hand-over.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { Protocol } from '../../../domain/protocol/protocol.ts';
import type { AggregateRoot, DomainEvent, Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import type { ErrorCode } from '../../../domain/shared-kernel/error-code.ts';
import {
  bulkRunId,
  caseId,
  clinicId,
  contactId,
  exportId,
  handOverId,
  informationRequestId,
  isolationId,
  livingSupportId,
  personId,
  protocolId,
  routeId,
  staffAccountId,
  suppliesId,
  surveyId,
  taskId,
  testId,
  webhookSubscriptionId,
} from '../../../domain/shared-kernel/id.ts';
import { StaffAccount } from '../../../domain/worklist/staff-account/staff-account.ts';
import { Task } from '../../../domain/worklist/task.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Repository } from '../../ports/repository.ts';
import { outboxBell } from './outbox-bell.ts';
import { pgRepository } from './repository.pg.ts';
import type { PersonSeals } from './sealed-person.ts';

type Root<State> = AggregateRoot<State, never, DomainEvent>;
/** An aggregate's class: how an instance comes back from what is stored, under its own kind of id. */
type Restore<Id, State, Aggregate> = Readonly<{ from: (id: Id, stored: Stored<State>) => Aggregate }>;

/** Every repository over one pool. */
export function pgRepositories(
  pool: pg.Pool,
  announces: (eventType: string) => boolean,
  seals: PersonSeals,
): Repositories {
  const bell = outboxBell(pool);
  /** `caseOf`: the case in whose history the aggregate's events stand. */
  const stored = <Id, State, Aggregate extends Root<State>>(
    type: string,
    aggregate: Restore<Id, State, Aggregate>,
    idOf: (text: string) => Id,
    caseOf: (aggregate: Aggregate) => string | null | undefined,
    table = type.replaceAll('-', '_'),
  ): Repository<Aggregate> =>
    pgRepository<Aggregate, State>(
      pool,
      {
        table,
        type,
        notFound: `${type}/not-found` as ErrorCode,
        restore: (id, row) => aggregate.from(idOf(id), row),
        caseId: (one) => caseOf(one) ?? null,
      },
      announces,
      bell,
    );

  return {
    people: pgRepository<Person, Person['state']>(
      pool,
      {
        table: 'person',
        type: 'person',
        notFound: 'person/not-found',
        restore: (id, row, sealed) => Person.from(personId(id), row, seals.open(id, sealed)),
        caseId: () => null,
        sealed: seals.columns,
      },
      announces,
      bell,
    ),
    cases: stored('case', Case, caseId, ({ id }) => id, 'disease_case'),
    handOvers: stored('hand-over', HandOver, handOverId, ({ state }) => state.caseId),
    tests: stored('test', Test, testId, ({ state }) => state.caseId),
    surveys: stored('survey', Survey, surveyId, ({ state }) => state.caseId),
    clinics: stored('clinic', Clinic, clinicId, () => null),
    livingSupports: stored('living-support', LivingSupport, livingSupportId, ({ state }) => state.caseId),
    isolations: stored('isolation', Isolation, isolationId, ({ state }) => state.caseId),
    supplies: stored('supplies', IsolationSupplies, suppliesId, ({ state }) => state.caseId),
    contacts: stored('contact', Contact, contactId, ({ state }) => state.sourceCaseId),
    routes: stored('route', Route, routeId, ({ state }) => state.caseId),
    informationRequests: stored(
      'information-request',
      InformationRequest,
      informationRequestId,
      ({ state }) => state.caseId,
    ),
    tasks: stored('task', Task, taskId, ({ state }) => state.caseId),
    staffAccounts: stored('staff-account', StaffAccount, staffAccountId, () => null),
    bulkRuns: stored('bulk-run', BulkRun, bulkRunId, () => null),
    exports: stored('export', Export, exportId, () => null),
    webhookSubscriptions: stored(
      'webhook-subscription',
      WebhookSubscription,
      webhookSubscriptionId,
      () => null,
    ),
    protocolRecords: stored('protocol', Protocol, protocolId, () => null),
  };
}
