import { expect, test } from '@jest/globals';
import { beginRoute } from '../../../activities/epidemiological-investigation/begin-route.ts';
import {
  consultRecords,
  notifyPerson,
  recordDestruction,
} from '../../../activities/epidemiological-investigation/close-look-up.ts';
import {
  convertToCase,
  revertConversion,
} from '../../../activities/epidemiological-investigation/convert-contact.ts';
import {
  approveRequest,
  rejectRequest,
} from '../../../activities/epidemiological-investigation/decide-look-up.ts';
import {
  correctVisitTimes,
  establishVisit,
  rejectVisit,
} from '../../../activities/epidemiological-investigation/decide-visit.ts';
import { dropContact } from '../../../activities/epidemiological-investigation/drop-contact.ts';
import {
  establishTransmission,
  withdrawTransmission,
} from '../../../activities/epidemiological-investigation/establish-transmission.ts';
import { finishRoute, reopenRoute } from '../../../activities/epidemiological-investigation/finish-route.ts';
import {
  beginFollowUp,
  endFollowUp,
} from '../../../activities/epidemiological-investigation/follow-up-contact.ts';
import { nameContact } from '../../../activities/epidemiological-investigation/name-contact.ts';
import { recordExposure } from '../../../activities/epidemiological-investigation/record-exposure.ts';
import {
  recordLookUpResult,
  recordNoFinding,
} from '../../../activities/epidemiological-investigation/record-look-up-result.ts';
import { recordSubmission } from '../../../activities/epidemiological-investigation/record-submission.ts';
import { recordVisit } from '../../../activities/epidemiological-investigation/record-visit.ts';
import { requestInformation } from '../../../activities/epidemiological-investigation/request-information.ts';
import { verifyContact } from '../../../activities/epidemiological-investigation/verify-contact.ts';
import type { Receipt, Repository } from '../../../activities/ports/repository.ts';
import type { Contact } from '../../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { InformationRequest } from '../../../domain/epidemiological-investigation/information-request/information-request.ts';
import type { Route } from '../../../domain/epidemiological-investigation/route/route.ts';
import type { Case } from '../../../domain/patient-management/case/case.ts';
import type { Person } from '../../../domain/patient-management/person/person.ts';
import { CASE, day, idEnding, PERSON } from '../../support/investigation-fixtures.ts';

const EXPOSED = idEnding(31);
const THEIRS = idEnding(32);

/** Keeps the aggregates themselves: enough to see what a use case asks of them. */
function kept<Aggregate extends { id: string }>(): Repository<Aggregate> & {
  one: (id: string) => Aggregate;
} {
  const rows = new Map<string, Aggregate>();
  const one = (id: string): Aggregate => rows.get(id) as Aggregate;
  return {
    one,
    load: (id) => Promise.resolve({ aggregate: one(id) }),
    save: (aggregate) => Promise.resolve(void rows.set(aggregate.id, aggregate)),
  };
}

function aWorld() {
  let ids = 100;
  const facts = (id: string, personId: string) => ({ id, state: { personId, district: '11110' } });
  const known = new Map(
    [facts(CASE, PERSON), facts(PERSON, ''), facts(THEIRS, EXPOSED), facts(EXPOSED, '')].map((row) => [
      row.id,
      row,
    ]),
  );
  const readOnly = { load: (id: string) => Promise.resolve({ aggregate: known.get(id) }) };
  const uses = {
    contacts: kept<Contact>(),
    routes: kept<Route>(),
    informationRequests: kept<InformationRequest>(),
    cases: readOnly as unknown as Repository<Case>,
    people: readOnly as unknown as Repository<Person>,
    clock: { now: () => Promise.resolve(day(20).toString()) },
    newId: () => idEnding((ids += 1)),
    lookups: {
      routeOfCase: () => Promise.resolve(undefined),
      contactBetween: () => Promise.resolve(undefined),
    },
    maximumVisitsPerRoute: 3,
    limits: (_caseId: string, kind: 'entryLog' | 'cardHistory') =>
      Promise.resolve({
        protocolVersion: 'kr-covid-19/2020-06-25/1',
        legalBasis: 'idcpa-76-2',
        approvers: [],
        rawRecordsKeptAtMostDays: { entryLog: 28, cardHistory: 10 }[kind],
        personNotifiedWithinDays: 7,
      }),
  };
  let commands = 0;
  const asked = (by = 'investigator') => ({ by, commandId: `c${(commands += 1)}`, fingerprint: 'f' });
  return { uses, asked };
}
const stages = async (...steps: readonly (() => Promise<Receipt>)[]): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (const step of steps) seen.push((await step()).stage);
  return seen;
};

test('a contact, from its name to who infected whom and back', async () => {
  const { uses, asked } = aWorld();
  const exposure = { dateOfLastContact: '2026-03-05', placeId: 'P-1', setting: 'household' } as const;
  const naming = {
    sourceCaseId: CASE,
    exposedPersonId: EXPOSED,
    foundBy: 'interview',
    exposures: [exposure],
  } as const;
  const { id: contactId } = await nameContact(uses)({ ...asked(), ...naming });
  expect(uses.contacts.one(contactId).state).toMatchObject({
    sourceCaseId: CASE,
    exposedPersonId: EXPOSED,
    district: '11110',
  });
  const verdict = { grade: 'close', protocolVersion: 'v1', conditions: [] } as const;
  const contact = () => ({ ...asked(), contactId });
  expect(
    await stages(
      () =>
        recordExposure(uses)({ ...contact(), exposure: { ...exposure, dateOfLastContact: '2026-03-06' } }),
      () => verifyContact(uses)({ ...contact(), ...verdict }),
      () => beginFollowUp(uses)(contact()),
      () => endFollowUp(uses)({ ...contact(), reason: 'period-over' }),
      () => convertToCase(uses)({ ...contact(), caseId: THEIRS }),
      () => establishTransmission(uses)({ ...contact(), certainty: 'probable' }),
      () => withdrawTransmission(uses)({ ...contact(), reason: 'sequencing' }),
      () => revertConversion(uses)({ ...contact(), reason: 'ruled-out' }),
      () => dropContact(uses)({ ...contact(), reason: 'duplicate' }),
    ),
  ).toEqual([
    'named',
    'graded',
    'follow-up',
    'followed-up',
    'converted',
    'converted',
    'converted',
    'followed-up',
    'dropped',
  ]);
  const another = await nameContact(uses)({ ...asked(), ...naming });
  await expect(convertToCase(uses)({ ...asked(), contactId: another.id, caseId: CASE })).rejects.toThrow(
    'contact/case-of-another-person',
  );
});

test('a route, from its first visit to its end and open again', async () => {
  const { uses, asked } = aWorld();
  const { id: routeId } = await beginRoute(uses)({ ...asked(), caseId: CASE });
  const seen = (source: string, from: string, to = from) =>
    recordVisit(uses)({
      ...asked(),
      routeId,
      source,
      placeId: 'CAFE',
      district: '11110',
      from: `2026-03-05T${from}:00+09:00`,
      to: `2026-03-05T${to}:00+09:00`,
    });
  await seen('interview', '12:00', '13:00');
  await seen('card', '12:30');
  await seen('gps', '18:00');
  await expect(seen('cctv', '19:00')).rejects.toThrow('route/too-many-visits');
  const [lunch, evening] = uses.routes.one(routeId).state.visits.map(({ visitId }) => visitId);
  const visit = (visitId = '') => ({ ...asked(), routeId, visitId });
  const [from, to] = ['2026-03-05T12:00:00+09:00', '2026-03-05T12:40:00+09:00'];
  expect(
    await stages(
      () => establishVisit(uses)(visit(lunch)),
      () => correctVisitTimes(uses)({ ...visit(lunch), from, to }),
      () => rejectVisit(uses)({ ...visit(evening), reason: 'elsewhere' }),
      () => finishRoute(uses)({ ...asked(), routeId }),
      () => reopenRoute(uses)({ ...asked(), routeId, reason: 'new-evidence' }),
    ),
  ).toEqual(['open', 'open', 'open', 'finished', 'open']);
});

test('a look-up, from its legal basis to the destruction of what it found', async () => {
  const { uses, asked } = aWorld();
  const request = async (kind: 'entryLog' | 'cardHistory') => {
    const period = { periodFrom: '2026-03-01', periodTo: '2026-03-10' };
    const asking = { caseId: CASE, kind, legalBasis: 'idcpa-76-2', ...period };
    const { id } = await requestInformation(uses)({ ...asked(), ...asking });
    return (by?: string) => ({ ...asked(by), informationRequestId: id });
  };
  const lookUp = await request('cardHistory');
  const role = 'investigation-lead';
  await expect(approveRequest(uses)({ ...lookUp(), role })).rejects.toThrow(
    'information-request/same-person',
  );
  const result = { recordCount: 4, resultReference: 'R-1' };
  expect(
    await stages(
      () => approveRequest(uses)({ ...lookUp('lead'), role }),
      () => recordSubmission(uses)({ ...lookUp(), providerReference: 'CARD-1' }),
    ),
  ).toEqual(['approved', 'submitted']);
  await expect(recordLookUpResult(uses)({ ...lookUp(), ...result, destroyBy: '2026-04-01' })).rejects.toThrow(
    'information-request/destroy-by-too-late',
  );
  expect(
    await stages(
      () => recordLookUpResult(uses)({ ...lookUp(), ...result, destroyBy: '2026-03-31' }),
      () => consultRecords(uses)({ ...lookUp(), purpose: 'route' }),
      () => notifyPerson(uses)({ ...lookUp(), channel: 'sms' }),
      () => recordDestruction(uses)({ ...lookUp(), certificateId: 'C-1' }),
    ),
  ).toEqual(['resulted', 'resulted', 'resulted', 'closed']);
  const [empty, needless] = [await request('entryLog'), await request('entryLog')];
  expect(
    await stages(
      () => approveRequest(uses)({ ...empty('lead'), role }),
      () => recordNoFinding(uses)(empty()),
      () => notifyPerson(uses)({ ...empty(), channel: 'letter' }),
      () => rejectRequest(uses)({ ...needless('lead'), reason: 'not-necessary' }),
    ),
  ).toEqual(['approved', 'resulted', 'closed', 'rejected']);
});
