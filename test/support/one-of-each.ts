import type { Subject } from '../../api/contract/endpoint.ts';
import { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { bulkRunId, caseId, type CaseId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import {
  aCase,
  aClinic,
  aDisease,
  aContact,
  aHandOver,
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
import { anExport } from './export-fixtures.ts';
import { aWebhookSubscription } from './webhook-fixtures.ts';
import type { ApiWorld } from './api-world.ts';
import { tokenFor } from './tokens.ts';

export type Ids = Readonly<Record<Subject | 'incoming', string>>;
const neighbourOf = (district: string): string => (district === '11140' ? '11110' : '11140');

/** Something of every kind that an address can name, all in one district and about one person. */
export async function oneOfEach(world: ApiWorld, district: string): Promise<Ids> {
  const { uses } = world;
  const person = aPerson({ district: District.of(district) });
  const about = { personId: personId(person.id), caseId: caseId(newId()), district };
  const theCase = aCase(about);
  const neighbour = neighbourOf(district);
  const elsewhere = aCase({ ...about, caseId: caseId(newId()), disease: aDisease(), district: neighbour });
  await uses.cases.save(elsewhere);
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
    'hand-over': [uses.handOvers, aHandOver({ ...of, to: neighbour })],
    /** Offered to this district. */
    incoming: [
      uses.handOvers,
      aHandOver({ ...of, caseId: elsewhere.id as CaseId, district: neighbour, to: district }),
    ],
    isolation: [uses.isolations, isolation],
    'living-support': [uses.livingSupports, aLivingSupport(of)],
    person: [uses.people, person],
    route: [uses.routes, aRoute(of)],
    supplies: [uses.supplies, someSupplies(of)],
    survey: [uses.surveys, aSurvey(of)],
    task: [uses.tasks, aTask(of)],
    test: [uses.tests, aTest(of)],
    export: [uses.exports, anExport({ district })],
    // of the sweep’s own system: another one’s is told of to nobody
    'webhook-subscription': [
      uses.webhookSubscriptions,
      aWebhookSubscription({ by: 'system-sweep', jurisdictions: [district] }),
    ],
  } as const satisfies Record<Exclude<keyof Ids, 'staff-account'>, unknown>;
  const ids: [string, string][] = [['staff-account', await seenHere(world, district)]];
  for (const [kind, [repository, one]] of Object.entries(made)) {
    await (repository as { save: (one: unknown) => Promise<void> }).save(one);
    ids.push([kind, one.id]);
  }
  return Object.fromEntries(ids) as Ids;
}

/** An account that has asked for something there. */
async function seenHere({ callAs }: ApiWorld, district: string): Promise<string> {
  const id = `tester-${district}`;
  await callAs(await tokenFor({ id, roles: ['tester'], jurisdictions: [district] }), 'GET', '/tasks');
  return id;
}
