import type { Person } from '../../domain/patient-management/person/person.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { newcomer, type NewcomerValues } from './newcomer.ts';
import { registeredOrKnown } from './registered-or-known.ts';

export type RegisterPersonInput = Request & NewcomerValues & Readonly<{ district: string }>;

type PersonUses = Readonly<{ people: Repository<Person>; clock: Clock; newId: () => string }>;

/** Somebody becomes known without a case of their own: a contact, a guardian, a member of a household. */
export const registerPerson =
  ({ people, clock, newId }: PersonUses) =>
  async (input: RegisterPersonInput): Promise<Receipt> => {
    const by = { by: input.by, at: Instant.of(await clock.now()) };
    return create(people, newcomer(input, District.today(input.district), by).under(newId()), input);
  };

/** The same by whoever has not looked: who certainly is known `within` these districts stays as they are, and the answer is theirs. */
export const registerUnlessKnown =
  (uses: Uses) =>
  async (input: RegisterPersonInput & Readonly<{ within: readonly string[] }>): Promise<Receipt> => {
    const { within, commandId, fingerprint } = input;
    const by = { by: input.by, at: Instant.of(await uses.clock.now()) };
    const district = District.today(input.district);
    const report = { person: input, district, within, commandId, fingerprint, by };
    const { personId } = await registeredOrKnown(uses)(report);
    return change(uses.people, personId, { commandId, fingerprint }, () => undefined);
  };
