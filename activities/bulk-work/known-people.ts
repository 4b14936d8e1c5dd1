import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import {
  likeliest,
  likenessFactsOf,
  type Resemblance,
} from '../../domain/patient-management/person/resemblance.ts';
import { peopleAlike, type PersonAlike } from '../people-alike.ts';
import type { BulkUses } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';
import { isInReach } from './reach-of-run.ts';

/**
 * Who of those within the run's reach is likely the patient of a row, and who out of it certainly is: of them whoever hands
 * in the list is told nothing, and nothing is attached to them.
 */
export async function knownPeople(
  uses: Pick<BulkUses, 'identities' | 'people' | 'lookups'>,
  about: ImportAbout,
  patient: ListedPatient,
  commandId: string,
): Promise<Readonly<{ likely: PersonAlike | undefined; elsewhere: readonly PersonAlike[] }>> {
  const alike = await peopleAlike(uses, { ...patient, facts: likenessFactsOf(patient) }, commandId);
  const [near, elsewhere]: [PersonAlike[], PersonAlike[]] = [[], []];
  for (const one of alike) {
    if (await isInReach(uses, about, { kind: 'person', id: one.personId })) near.push(one);
    else if (one.standing === 'certain') elsewhere.push(one);
  }
  return { likely: likeliest(near), elsewhere };
}

/** For a result: codes and a number. */
export const detailsOf = ({ score, reasons }: Resemblance): Readonly<Record<string, string>> => ({
  score: String(score),
  reasons: reasons.join(','),
});
