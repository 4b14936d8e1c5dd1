import { Clinic } from '../../../domain/diagnostic-testing/clinic/clinic.ts';
import { LivingSupport } from '../../../domain/diagnostic-testing/living-support/living-support.ts';
import { Survey } from '../../../domain/diagnostic-testing/survey/survey.ts';
import { Test } from '../../../domain/diagnostic-testing/test/test.ts';
import { Contact } from '../../../domain/epidemiological-investigation/infection-network/contact.ts';
import { InformationRequest } from '../../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Route } from '../../../domain/epidemiological-investigation/route/route.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { IsolationSupplies } from '../../../domain/isolation-management/supplies/supplies.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import { HandOver } from '../../../domain/patient-management/hand-over/hand-over.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { StaffAccount } from '../../../domain/worklist/staff-account/staff-account.ts';
import { Task } from '../../../domain/worklist/task.ts';
import type { EventRow } from './evidence.ts';

/** Where each aggregate lies, and its class, which knows how one more fact changes it. */
export const AGGREGATES: Readonly<Record<string, Readonly<{ table: string; root: { prototype: object } }>>> =
  {
    person: { table: 'person', root: Person },
    case: { table: 'disease_case', root: Case },
    test: { table: 'test', root: Test },
    survey: { table: 'survey', root: Survey },
    clinic: { table: 'clinic', root: Clinic },
    'living-support': { table: 'living_support', root: LivingSupport },
    isolation: { table: 'isolation', root: Isolation },
    supplies: { table: 'supplies', root: IsolationSupplies },
    'hand-over': { table: 'hand_over', root: HandOver },
    contact: { table: 'contact', root: Contact },
    route: { table: 'route', root: Route },
    'information-request': { table: 'information_request', root: InformationRequest },
    task: { table: 'task', root: Task },
    'staff-account': { table: 'staff_account', root: StaffAccount },
  };

type Evolving = { evolve(state: unknown, event: object): unknown };

/** The state after all of an aggregate's facts, as JSON. Its own class folds them. */
export function foldOf(type: string, events: readonly EventRow[]): unknown {
  const root = AGGREGATES[type]?.root.prototype as unknown as Evolving | undefined;
  if (root === undefined) throw new TypeError(`no aggregate ${type}`);
  let state: unknown;
  for (const event of events) state = root.evolve.call(root, state, factOf(event));
  return JSON.parse(JSON.stringify(state));
}

/** A row as the fact that was stored: the moment in the domain's own notation. */
const factOf = ({ type, at, actor, data }: EventRow): object => ({
  type,
  at: Instant.of(at).toString(),
  by: actor,
  ...data,
});
