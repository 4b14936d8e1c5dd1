import {
  likeliest,
  likenessFactsOf,
  resemblance,
  type Resemblance,
} from '../../domain/bulk-work/resemblance.ts';
import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import { isRegistryNumber } from '../../domain/patient-management/case/registry-number.ts';
import {
  searchTermsOf,
  termOfBirth,
  termOfPhone,
} from '../../domain/patient-management/person/search-terms.ts';
import type { BulkUses } from './bulk-uses.ts';

export type KnownPerson = Resemblance & Readonly<{ personId: string }>;

/**
 * Who of all that are known is likely the patient of a row. Whom the row itself has made in an attempt before
 * (`commandId`) is nobody known.
 */
export async function knownPerson(
  { identities, people }: Pick<BulkUses, 'identities' | 'people'>,
  patient: ListedPatient,
  commandId: string,
): Promise<KnownPerson | undefined> {
  const facts = likenessFactsOf(patient);
  const { name, sex, registryNumber = '' } = patient;
  const sought = {
    phone: facts.phone === '' ? undefined : termOfPhone(facts.phone),
    born: facts.birthDate === '' ? undefined : termOfBirth(facts.birthDate),
    names: name === '' ? [] : searchTermsOf({ name, sex }).filter((term) => /^(?:name|word):/.test(term)),
    registryNumber: isRegistryNumber(registryNumber) ? registryNumber : undefined,
  };
  if (sought.phone === undefined && sought.born === undefined && sought.registryNumber === undefined)
    return undefined; // the list's own id is all that there is
  const alike = await identities.alike(sought);
  const found = await identities.of(alike.map(({ personId }) => personId));
  const candidates = new Map<string, KnownPerson>();
  for (const { personId, byNumber } of alike) {
    const identity = found.get(personId);
    if (identity?.values === undefined) continue;
    const like = resemblance(facts, likenessFactsOf(identity.values), byNumber);
    if (like !== undefined) candidates.set(identity.personId, { ...like, personId: identity.personId });
  }
  for (const id of candidates.keys())
    if ((await people.load(id, `${commandId}/person`)).handled?.receipt.id === id) candidates.delete(id);
  return likeliest([...candidates.values()]);
}

/** For a result: codes and a number. */
export const detailsOf = ({ score, reasons }: Resemblance): Readonly<Record<string, string>> => ({
  score: String(score),
  reasons: reasons.join(','),
});
