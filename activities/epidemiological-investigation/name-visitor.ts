import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { RegisterPersonInput } from '../patient-management/register-person.ts';
import { CommandIdReused, type Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import type { ExposureInput } from './exposure-input.ts';
import type { LookUpRequest } from './look-up-command.ts';
import type { NewPerson } from './name-contact-of-case.ts';
import { nameContact } from './name-contact.ts';
import { openVisitors } from './open-visitors.ts';

type Circumstances = Omit<ExposureInput, 'placeId' | 'dateOfFirstContact' | 'dateOfLastContact' | 'minutes'>;
export type NameVisitorInput = LookUpRequest &
  Readonly<{
    /** Which of the records, as the provider calls it. */
    entry: string;
    /** Somebody known, or what the entry log does not know of somebody new. */
    person: Readonly<{ personId: string }> | Omit<NewPerson, 'name' | 'phone'>;
    exposure: Circumstances;
  }>;

/**
 * Who was at the venue becomes a contact of the case: name and telephone from the entry log, the place and the time from when
 * both were there. Their telling is the contact's own. One entry makes one contact, whoever asks for it how often, and another
 * one only once that was dropped; what was done is answered without another look at the records.
 * @throws RuleBroken `information-request/entry-named` for who asks for the same entry otherwise
 */
export const nameVisitor =
  (uses: Uses, registerPerson: (input: RegisterPersonInput) => Promise<Receipt>) =>
  async ({ entry, person, exposure, ...asked }: NameVisitorInput): Promise<Receipt> => {
    const { by, commandId, fingerprint } = asked;
    const { named, key } = await namingOf(uses, entry, asked);
    if (named !== undefined) return named;
    const opening = { ...asked, commandId: `${commandId}/consultation` };
    const { visitors, sourceCaseId, placeId } = await openVisitors(uses)(opening);
    const visitor = visitors.find((one) => one.entry === entry);
    if (visitor === undefined) throw new RuleBroken('information-request/entry-not-found');
    const { name, phone, from, to, minutes } = visitor;
    const when = {
      dateOfFirstContact: Instant.of(from).dateInSeoul().toString(),
      dateOfLastContact: lastDay(Instant.of(from), Instant.of(to)).toString(),
      minutes,
    };
    // One person for one entry described alike, also where two ask at the same moment and for who was dropped before.
    const personKey = `${keyOf(asked, entry)}/person:${fingerprint}`;
    const exposedPersonId =
      'personId' in person
        ? person.personId
        : (await registerPerson({ ...person, name, phone, by, fingerprint, commandId: personKey })).id;
    try {
      return await nameContact(uses)({
        by,
        commandId: key,
        fingerprint: asWhole(asked),
        sourceCaseId,
        exposedPersonId,
        foundBy: 'entryLog',
        exposures: [{ ...exposure, ...when, placeId }],
      });
    } catch (error) {
      if (!(error instanceof CommandIdReused)) throw error; // by somebody else at the same moment
      return (await namingOf(uses, entry, asked)).named ?? Promise.reject(error);
    }
  };

const keyOf = ({ informationRequestId }: LookUpRequest, entry: string): string =>
  `information-request:${informationRequestId}:entry:${entry}`;

/** The request as a whole: its contents come last. */
const asWhole = ({ commandId, fingerprint }: LookUpRequest): string => `${commandId} ${fingerprint}`;

/** The contact that an entry was made, if this request may have it for an answer; else the key under which to make one. */
async function namingOf(
  { informationRequests, contacts }: Uses,
  entry: string,
  asked: LookUpRequest,
): Promise<Readonly<{ named?: Receipt; key: string }>> {
  const { informationRequestId } = asked;
  for (let key = keyOf(asked, entry); ;) {
    const { handled } = await informationRequests.load(informationRequestId, key);
    if (handled === undefined) return { key };
    const { fingerprint, receipt: named } = handled;
    if (fingerprint === asWhole(asked)) return { named, key };
    if ((await contacts.load(named.id)).aggregate.state.stage !== 'dropped') {
      if (fingerprint?.endsWith(` ${asked.fingerprint}`) === true) return { named, key };
      throw new RuleBroken('information-request/entry-named', { contactId: named.id });
    }
    key = `${key}:after:${named.id}`;
  }
}

/** Whoever leaves at midnight was met on the day before for the last time. */
const lastDay = (from: Instant, to: Instant): LocalDate =>
  (to.isAfter(from) ? Instant.ofEpochMilliseconds(to.epochMilliseconds - 1) : to).dateInSeoul();
