import type { Subject } from '../../api/contract/endpoint.ts';
import { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { bulkRunId, caseId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import {
  aCase,
  aClinic,
  aContact,
  aLivingSupport,
  aLookUp,
  anIsolation,
  aPerson,
  aRoute,
  aSurvey,
  aTask,
  aTest,
  newId,
  now,
  someSupplies,
} from './aggregate-makers.ts';
import { aWebhookSubscription } from './webhook-fixtures.ts';
import type { ApiWorld } from './api-world.ts';

export type Ids = Readonly<Record<Subject, string>>;

/** Something of every kind that an address can name, all in one district and about one person. */
export async function oneOfEach({ uses }: ApiWorld, district: string): Promise<Ids> {
  const person = aPerson({ district: District.of(district) });
  const about = { personId: personId(person.id), caseId: caseId(newId()), district };
  const theCase = aCase(about);
  const isolation = anIsolation(about);
  const of = { ...about, isolationId: isolationId(isolation.id) };
  const run = BulkRun.unrequested(bulkRunId(newId()));
  run.execute({
    type: 'RequestBulkRun',
    kind: 'import',
    key: run.id,
    about: { source: 'sweep', disease: 'covid-19', district },
    by: 'officer',
    at: now(),
  });
  const made = {
    'bulk-run': [uses.bulkRuns, run],
    case: [uses.cases, theCase],
    clinic: [uses.clinics, aClinic(of)],
    contact: [uses.contacts, aContact(of)],
    'information-request': [uses.informationRequests, aLookUp(of)],
    isolation: [uses.isolations, isolation],
    'living-support': [uses.livingSupports, aLivingSupport(of)],
    person: [uses.people, person],
    route: [uses.routes, aRoute(of)],
    supplies: [uses.supplies, someSupplies(of)],
    survey: [uses.surveys, aSurvey(of)],
    task: [uses.tasks, aTask(of)],
    test: [uses.tests, aTest(of)],
    // of the sweep’s own system: another one’s is told of to nobody
    'webhook-subscription': [
      uses.webhookSubscriptions,
      aWebhookSubscription({ by: 'system-sweep', jurisdictions: [district] }),
    ],
  } as const satisfies Record<Subject, unknown>;
  const ids: [string, string][] = [];
  for (const [kind, [repository, one]] of Object.entries(made)) {
    await (repository as { save: (one: unknown) => Promise<void> }).save(one);
    ids.push([kind, one.id]);
  }
  return Object.fromEntries(ids) as Ids;
}
