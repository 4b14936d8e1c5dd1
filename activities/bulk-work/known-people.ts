import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import {
  likeliest,
  likenessFactsOf,
  type Resemblance,
} from '../../domain/patient-management/person/resemblance.ts';
import { peopleAlike, type PersonAlike } from '../people-alike.ts';
import type { BulkUses } from './bulk-uses.ts';

/** Who of all that are known is likely the patient of a row. */
export const knownPerson = async (
  uses: Pick<BulkUses, 'identities' | 'people'>,
  patient: ListedPatient,
  commandId: string,
): Promise<PersonAlike | undefined> =>
  likeliest(await peopleAlike(uses, { ...patient, facts: likenessFactsOf(patient) }, commandId));

/** For a result: codes and a number. */
export const detailsOf = ({ score, reasons }: Resemblance): Readonly<Record<string, string>> => ({
  score: String(score),
  reasons: reasons.join(','),
});
