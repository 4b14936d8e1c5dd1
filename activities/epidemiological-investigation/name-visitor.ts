import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import type { ExposureInput } from './exposure-input.ts';
import type { LookUpRequest } from './look-up-command.ts';
import type { NameContactOfCaseInput, NewPerson } from './name-contact-of-case.ts';
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
 * both were there. Their telling is the contact's own. One entry makes one contact, whoever asks for it how often.
 */
export const nameVisitor =
  (uses: Uses, nameContactOfCase: (input: NameContactOfCaseInput) => Promise<Receipt>) =>
  async ({ entry, person, exposure, ...asked }: NameVisitorInput): Promise<Receipt> => {
    const { informationRequestId, by } = asked;
    const opening = { ...asked, commandId: `${asked.commandId}/consultation` };
    const { visitors, sourceCaseId, placeId } = await openVisitors(uses)(opening);
    const visitor = visitors.find((one) => one.entry === entry);
    if (visitor === undefined) throw new RuleBroken('information-request/entry-not-found');
    const { name, phone, from, to, minutes } = visitor;
    const when = {
      dateOfFirstContact: Instant.of(from).dateInSeoul().toString(),
      dateOfLastContact: lastDay(Instant.of(from), Instant.of(to)).toString(),
      minutes,
    };
    return nameContactOfCase({
      by,
      commandId: `information-request:${informationRequestId}:entry:${entry}`,
      fingerprint: entry,
      sourceCaseId,
      person: 'personId' in person ? person : { ...person, name, phone },
      foundBy: 'entryLog',
      exposures: [{ ...exposure, ...when, placeId }],
    });
  };

/** Whoever leaves at midnight was met on the day before for the last time. */
const lastDay = (from: Instant, to: Instant): LocalDate =>
  (to.isAfter(from) ? Instant.ofEpochMilliseconds(to.epochMilliseconds - 1) : to).dateInSeoul();
