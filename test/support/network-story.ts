import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { Certainty } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { newId } from './aggregate-makers.ts';
import { diagnosis, key, type ApiWorld } from './api-world.ts';
import { converted, exposure, infected, named } from './contact-fixtures.ts';
import { tokenFor } from './tokens.ts';

export type Known = Readonly<{ caseId: string; personId: string; district: string }>;
type Exposed = Readonly<{ personId: string; district: string; caseId?: string }>;

/** Cases and who was exposed to whom, told to the interface and to the aggregates. */
export const networkStory = (world: ApiWorld) => ({
  /** A confirmed case; with a day of onset, or without symptoms. */
  async aCase(onset?: string, district = '11110'): Promise<Known> {
    const { body } = await world.call(
      'POST',
      '/cases',
      {
        ...diagnosis(),
        district,
        symptomatic: onset !== undefined,
        ...(onset === undefined ? {} : { dateOfSymptomOnset: onset }),
      },
      key(),
    );
    return { caseId: body.caseId, personId: body.personId, district };
  },
  somebody: (district = '11110'): Exposed => ({ personId: newId(), district }),
  /** `to` was exposed to `from` that day; a case of theirs makes it a conversion, a certainty a transmission. */
  async exposed(from: Known, to: Exposed, day: string, certainty?: Certainty): Promise<string> {
    const contact = Contact.unnamed(contactId(newId()));
    contact.execute({
      ...named(exposure(day)),
      sourceCaseId: caseId(from.caseId),
      sourcePersonId: personId(from.personId),
      exposedPersonId: personId(to.personId),
      district: District.of(to.district),
    } as Parameters<Contact['execute']>[0]);
    if (to.caseId !== undefined) contact.execute(converted(caseId(to.caseId), personId(to.personId)));
    if (certainty !== undefined) contact.execute(infected(certainty));
    await world.uses.contacts.save(contact);
    return contact.id;
  },
  /** What an investigator of that district is told. */
  async seenIn(district: string, path: string) {
    const staff = { id: `tracer-${district}`, roles: ['investigator'], jurisdictions: [district] } as const;
    return world.callAs(await tokenFor(staff), 'GET', path);
  },
});
