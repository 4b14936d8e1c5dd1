import { isRegistryNumber } from '../../domain/patient-management/case/registry-number.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import {
  termOfBirth,
  termOfInitials,
  termOfPhone,
  termsOfName,
} from '../../domain/patient-management/person/search-terms.ts';
import { InvalidValue } from '../../domain/shared-kernel/domain-error.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identities } from '../ports/identities.ts';
import { identifyPeople, type PersonIdentified } from './identify-people.ts';

/** Whatever is given has to fit. */
export type SearchPeopleInput = Readonly<{
  name?: string | undefined;
  /** 초성 of the name, or how they begin. */
  initials?: string | undefined;
  phone?: string | undefined;
  birthDate?: string | undefined;
  registryNumber?: string | undefined;
  /** Beginnings of districts. */
  within: readonly string[];
  limit: number;
  after?: string | undefined;
}>;

/**
 * People in those districts, the newest first.
 * @throws InvalidValue `person/name-empty`, `phone/not-a-persons-number`, `registry-number/malformed`
 */
export const searchPeople =
  ({ identities, clock }: Readonly<{ identities: Identities; clock: Clock }>) =>
  async (input: SearchPeopleInput): Promise<readonly PersonIdentified[]> => {
    const { name, initials, phone, birthDate, registryNumber, ...page } = input;
    if (registryNumber !== undefined && !isRegistryNumber(registryNumber)) {
      throw new InvalidValue('registry-number/malformed');
    }
    const ids = await identities.matching({
      ...page,
      registryNumber,
      terms: [
        ...(name === undefined ? [] : namedTerms(name)),
        ...(initials === undefined ? [] : [termOfInitials(initials)]),
        ...(phone === undefined ? [] : [termOfPhone(PhoneNumber.of(phone).e164)]),
        ...(birthDate === undefined ? [] : [termOfBirth(birthDate)]),
      ],
    });
    const people = await identifyPeople({ identities, clock })(ids);
    return ids.flatMap((id) => people.get(id) ?? []);
  };

function namedTerms(name: string): ReturnType<typeof termsOfName> {
  const terms = termsOfName(PersonName.of(name).value);
  if (terms.length === 0) throw new InvalidValue('person/name-empty');
  return terms;
}
