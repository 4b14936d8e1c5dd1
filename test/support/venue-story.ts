import type { EntryRecord, VisitorRecord } from '../../activities/ports/look-up-providers.ts';
import { diagnosis, key, type ApiWorld } from './api-world.ts';
import { daysAgo } from './days.ts';
import { lookUpProviderInMemory } from './look-up-partners.ts';
import { troubles } from './trouble.ts';

const moment = (time: string, back = 1): string => `${daysAgo(back)}T${time}:00+09:00`;
const visitor = (entry: string, from: string, to: string, phone = '010-5555-0001'): VisitorRecord => ({
  entry,
  name: '김출입',
  phone,
  from: moment(from),
  to: moment(to),
});

/** As somebody is named who was there: what the entry log does not know of them. */
export const REST = { birthDate: '1990-05-05', sex: 'female', district: '11140' };

/** How it is answered that the rules of a look-up do not allow it. */
export const refusedAs = (code: string) => ({ status: 409, body: { code: `information-request/${code}` } });

type Visitors = readonly VisitorRecord[] | ((own: string) => readonly VisitorRecord[]);
/** Another day of onset, another time at the restaurant. */
type Other = { onsetBack?: number; from?: string; to?: string };

/** What the tests of a look-up of a venue say again and again. */
export function venueStory(world: ApiWorld) {
  const { call, uses } = world;
  const { meet, trouble } = troubles();
  const log = lookUpProviderInMemory<EntryRecord>('entry-log', meet);
  Object.assign(uses, { entryLog: log.provider });
  const about = async (page: string, path: string, body: unknown = {}) => {
    const { version } = (await call('GET', page)).body;
    return call('POST', `${page}${path}`, body, { ...key(), 'if-match': `"${version}"` });
  };
  const asking = (by: string) => ({ commandId: key()['idempotency-key'], fingerprint: '', by });
  /** A case that fell ill the day before yesterday, and was at a restaurant. */
  async function aVisit(back = 1, { onsetBack = 2, ...stay }: Readonly<Other> = {}) {
    const onset = { ...diagnosis(), dateOfSymptomOnset: daysAgo(onsetBack) };
    const { phone } = onset.person;
    const { caseId } = (await call('POST', '/cases', onset, key())).body;
    const times = { from: moment('18:00', back), to: moment('20:00', back), ...stay };
    await world.visited(caseId, { placeId: 'REST-1', ...times });
    const routeId = (await uses.lookups.routeOfCase(caseId)) ?? '';
    const [visit] = (await uses.routes.load(routeId)).aggregate.state.visits;
    return { caseId, phone, page: `/routes/${routeId}`, at: `/visits/${visit?.visitId ?? ''}` };
  }
  async function aLookUp(back = 1, other: Readonly<Other> = {}) {
    const { caseId, phone, page, at } = await aVisit(back, other);
    await about(page, `${at}/establishment`);
    const made = await call('POST', `${page}${at}/look-ups`, { requestedBy: 'investigator' }, key());
    return { caseId, phone, made, id: String(made.body['informationRequestId']), visit: { page, at } };
  }
  /** By somebody else than who asked for it. */
  const approved = (informationRequestId: string) => {
    const role = 'public-health-director';
    return world.requests.approveRequest({ ...asking('lead'), informationRequestId, role });
  };
  /** Approved and answered; who was there may be made from the telephone of the case’s own person. */
  async function answered(visitors: Visitors, other: Readonly<Other> = {}) {
    const { caseId, phone, id, visit } = await aLookUp(1, other);
    await approved(id);
    const there = typeof visitors === 'function' ? visitors(phone) : visitors;
    const { resultReference } = log.finds(id, there);
    const found = { informationRequestId: id, recordCount: there.length, resultReference };
    await world.requests.recordLookUpResult({ ...asking('entry-log'), ...found });
    return { caseId, id, visit, at: `/look-ups/${id}` };
  }
  return {
    day: daysAgo,
    moment,
    visitor,
    log,
    trouble,
    about,
    asking,
    aVisit,
    aLookUp,
    approved,
    answered,
    THREE: (own: string) => [
      visitor('E-1', '19:30', '21:00'),
      visitor('E-2', '18:00', '20:00', own),
      visitor('E-3', '20:30', '21:00', '010-5555-0003'),
    ],
    lookUp: async (id: string) => (await uses.informationRequests.load(id)).aggregate.state,
    destroyed: (informationRequestId: string) =>
      world.requests.recordDestruction({ ...asking('process'), informationRequestId, certificateId: 'C-1' }),
  };
}
