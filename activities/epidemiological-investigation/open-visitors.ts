import type { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { changed } from '../change.ts';
import type { VisitorRecord } from '../ports/look-up-providers.ts';
import type { Receipt } from '../ports/repository.ts';
import { personStandingFor } from '../resolve-person.ts';
import { telephoneOf } from '../sender.ts';
import type { Uses } from '../uses.ts';
import { knownAtVenue, type VenueUses } from '../venue-visit.ts';
import type { LookUpRequest } from './look-up-command.ts';

/** Who was there while the case was. `from`, `to`: for as long as both were, RFC 3339. */
type Visitor = VisitorRecord & Readonly<{ minutes: number }>;
type VisitorsOpened = Readonly<{
  receipt: Receipt;
  sourceCaseId: string;
  placeId: string;
  visitors: readonly Visitor[];
}>;

/**
 * Opens the raw records of a venue: that somebody does is on record each time, before they are fetched. They stay with the
 * provider and pass through to who reads them; nothing of them is kept. The case's own entry, and who was not there with
 * it by what is known of its visit today, are left out.
 */
export const openVisitors =
  (uses: VenueUses & Pick<Uses, 'informationRequests' | 'people' | 'entryLog' | 'clock'>) =>
  async (input: LookUpRequest): Promise<VisitorsOpened> => {
    const { informationRequests, entryLog, clock } = uses;
    const { informationRequestId: id, by } = input;
    const { state } = (await informationRequests.load(id)).aggregate;
    const stays = await knownAtVenue(uses, state);
    if (state.destroyedAt === undefined) {
      if (state.venue === undefined) throw new RuleBroken('information-request/not-of-a-venue');
      if (stays.length === 0) throw new RuleBroken('information-request/visit-not-established');
    }
    const at = Instant.of(await clock.now());
    const consult = (lookUp: InformationRequest): void =>
      lookUp.execute({ type: 'ConsultRecords', purpose: 'contacts', by, at });
    const asked = await changed(informationRequests, id, input, consult);
    // The records are fetched anew for a key that was used before, so that reading is a reading too.
    const { receipt, aggregate } =
      asked.repeated === true ? await changed(informationRequests, id, {}, consult) : asked;
    const { venue, resultReference, caseId } = aggregate.state;
    if (venue === undefined || resultReference === undefined) {
      throw new RuleBroken('information-request/records-destroyed');
    }
    const theirs = await telephoneOfCase(uses, caseId);
    const visitors = (await entryLog.fetchVisitors(resultReference)).flatMap((record) => {
      const stay = stayOfRecord(record);
      const [together] = stays.flatMap((known) => stay?.within(known) ?? []);
      if (together === undefined || telephoneOf(record.phone) === theirs) return [];
      return [{ ...record, ...told(together) }];
    });
    return { receipt, sourceCaseId: caseId, placeId: venue.placeId, visitors };
  };

const told = ({ from, to }: Stay) => ({
  from: from.toString(),
  to: to.toString(),
  minutes: Math.floor((to.epochMilliseconds - from.epochMilliseconds + 1) / 60_000), // both ends are of the stay
});

/** A record whose times cannot be tells of no stay. */
function stayOfRecord({ from, to }: VisitorRecord): Stay | undefined {
  const [came, went] = [Instant.of(from), Instant.of(to)];
  return went.isBefore(came) ? undefined : Stay.of(came, went);
}

async function telephoneOfCase(
  { cases, people }: Pick<Uses, 'cases' | 'people'>,
  caseId: string,
): Promise<string | undefined> {
  const { personId } = (await cases.load(caseId)).aggregate.state;
  const person = await personStandingFor({ people }, personId);
  const { phone } = person.personalOrNothing ?? {};
  return phone === undefined ? undefined : telephoneOf(phone);
}
