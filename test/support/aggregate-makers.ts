import { v7 as uuidv7 } from 'uuid';
import { BulkRun } from '../../domain/bulk-work/bulk-run.ts';
import { Clinic } from '../../domain/diagnostic-testing/clinic/clinic.ts';
import { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import type { RegisterPerson } from '../../domain/patient-management/person/person.commands.ts';
import { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import { Person } from '../../domain/patient-management/person/person.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { Protocol } from '../../domain/protocol/protocol.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import * as ids from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Task } from '../../domain/worklist/task.ts';
import { diagnosed } from './case-fixtures.ts';
import { established } from './clinic-fixtures.ts';
import { exposure, named } from './contact-fixtures.ts';
import { document } from './evaluation-fixtures.ts';
import { isolated } from './isolation-fixtures.ts';
import { applied } from './living-support-fixtures.ts';
import { requested } from './look-up-fixtures.ts';
import { registered } from './person-fixtures.ts';
import { begun } from './route-fixtures.ts';
import { opened } from './supplies-fixtures.ts';
import { offered } from './survey-fixtures.ts';
import { ordered } from './test-fixtures.ts';

export const newId = (): string => uuidv7();
export const now = (): Instant => Instant.ofEpochMilliseconds(Date.now());

/** Which case, person and so on the new one is about, and when; whatever is not named is its own. */
export type About = Readonly<{
  at?: Instant;
  caseId?: ids.CaseId;
  personId?: ids.PersonId;
  isolationId?: ids.IsolationId;
  disease?: string;
  jurisdiction?: string;
  district?: string;
}>;

const like = <Command>(command: Command, more: Partial<Record<string, unknown>>): Command => ({
  ...command,
  ...more,
});

const about = (more: About) => ({
  at: more.at ?? now(),
  caseId: more.caseId ?? ids.caseId(newId()),
  personId: more.personId ?? ids.personId(newId()),
  isolationId: more.isolationId ?? ids.isolationId(newId()),
  district: District.recorded(more.district ?? '11110'),
});

export function aPerson(more: Omit<About, 'district'> & Partial<RegisterPerson> = {}): Person {
  const one = Person.unregistered(more.personId ?? ids.personId(newId()));
  one.execute(registered({ ...more, at: more.at ?? now() }));
  return one;
}

export function aCase(more: About & Readonly<{ suspected?: boolean }> = {}): Case {
  const { at, caseId, personId, district } = about(more);
  const one = Case.unopened(caseId);
  const told = { personId, district, at, disease: disease(more.disease ?? 'covid-19'), by: 'officer' };
  one.execute(
    more.suspected === true
      ? { type: 'ReportSuspicion', symptomatic: true, ...told }
      : { ...diagnosed(at, false), ...told },
  );
  return one;
}

export function aTest(more: About = {}): Test {
  const { at, caseId } = about(more);
  const one = Test.unordered(ids.testId(newId()));
  one.execute(like(ordered('release'), { caseId, at }));
  return one;
}

export function aSurvey(more: About = {}): Survey {
  const { at, caseId, personId } = about(more);
  const one = Survey.unopened(ids.surveyId(newId()));
  one.execute(like(offered('smsLink', at.plusHours(24)), { caseId, personId, at }));
  return one;
}

export function aClinic(more: About = {}): Clinic {
  const one = Clinic.unopened(ids.clinicId(newId()));
  const { at, district } = about(more);
  one.execute(like(established(at), { district }));
  return one;
}

export function aLivingSupport(more: About = {}): LivingSupport {
  const { at, caseId, personId, isolationId } = about(more);
  const one = LivingSupport.unopened(ids.livingSupportId(newId()));
  const dateOfIsolationNotice = LocalDate.of('2021-03-03');
  one.execute(applied({ at, caseId, personId, isolationId, dateOfIsolationNotice }));
  return one;
}

export function anIsolation(more: About = {}): Isolation {
  const { at, caseId, personId } = about(more);
  const one = Isolation.unordered(ids.isolationId(newId()));
  one.execute(like(isolated(at), { caseId, personId }));
  return one;
}

export function aQuarantine(more: About = {}): Isolation {
  const { at, personId, district } = about(more);
  const one = Isolation.unordered(ids.isolationId(newId()));
  one.execute({
    type: 'OrderIsolation',
    kind: 'quarantine',
    contactId: ids.contactId(newId()),
    dateOfLastExposure: at.dateInSeoul(),
    personId,
    district,
    by: 'officer',
    at,
  });
  return one;
}

export function someSupplies(more: About = {}): IsolationSupplies {
  const { at, caseId, personId, isolationId } = about(more);
  const one = IsolationSupplies.unopened(ids.suppliesId(newId()));
  one.execute(like(opened(), { caseId, personId, isolationId, at }));
  return one;
}

export function aContact(more: About = {}): Contact {
  const { at, caseId: sourceCaseId, personId: exposedPersonId, district } = about(more);
  const one = Contact.unnamed(ids.contactId(newId()));
  one.execute(like(named(exposure('2021-03-03')), { sourceCaseId, exposedPersonId, district, at }));
  return one;
}

export function aHandOver(more: About & Readonly<{ to?: string }> = {}): HandOver {
  const { at, caseId, district } = about(more);
  const one = HandOver.unoffered(ids.handOverId(newId()));
  one.execute({
    type: 'OfferHandOver',
    caseId,
    from: district,
    to: District.of(more.to ?? '11140'),
    reason: 'moved',
    caseIsClosed: false,
    by: 'officer',
    at,
  });
  return one;
}

export function aRoute(more: About = {}): Route {
  const { at, caseId } = about(more);
  const one = Route.unbegun(ids.routeId(newId()));
  one.execute(like(begun(), { caseId, at }));
  return one;
}

export function aLookUp(more: About = {}): InformationRequest {
  const { at, caseId } = about(more);
  const one = InformationRequest.unrequested(ids.informationRequestId(newId()));
  one.execute(like(requested(), { caseId, at }));
  return one;
}

export function aTask(more: About = {}): Task {
  const { at, caseId, district } = about(more);
  const one = Task.unopened(ids.taskId(newId()));
  const dueAt = at.plusHours(12);
  one.execute({ type: 'OpenTask', kind: 'no-answer', caseId, district, dueAt, by: 'officer', at });
  return one;
}

/** One that nobody has heard of. */
export const aDisease = (): string => `d-${newId().slice(-12)}`;

export function aBulkRun(more: About = {}): BulkRun {
  const id = newId();
  const one = BulkRun.unrequested(ids.bulkRunId(id));
  const at = more.at ?? now();
  one.execute({ type: 'RequestBulkRun', kind: 'import', key: id, about: {}, by: 'officer', at });
  return one;
}

/** A version of a disease's protocol that says one thing only. */
export const aDocument = (more: About & Readonly<{ effectiveFrom?: string; days?: number }> = {}) =>
  document(
    { outbreakEnd: { appliesTo: 'newEpisodes', daysAfterLastNegative: more.days ?? 28 } },
    {
      disease: more.disease ?? aDisease(),
      jurisdiction: more.jurisdiction ?? 'kr',
      effectiveFrom: more.effectiveFrom ?? '2020-01-01',
    },
  );

export function publish(one: Protocol, ...documents: readonly ReturnType<typeof aDocument>[]): Protocol {
  for (const each of documents)
    one.execute({ type: 'PublishProtocol', document: parseProtocol(each), by: 'officer', at: now() });
  return one;
}

export function aProtocol(more: About = {}): Protocol {
  const one = Protocol.unpublished(ids.protocolId(newId()));
  one.execute({
    type: 'PublishProtocol',
    document: parseProtocol(aDocument(more)),
    by: 'officer',
    at: more.at ?? now(),
  });
  return one;
}
