import type { PersonalValues } from '../../domain/patient-management/person/person.ts';
import type { Uses } from '../uses.ts';

export type IdentifiedPerson = Readonly<{
  personId: string;
  version: number;
  stage: string;
  district: string;
  language: string;
  /** Absent when it was erased. */
  values?: PersonalValues;
}>;

/** Who somebody is. Whoever asks has to have the right; that they asked is on record before they are told. */
export const identifyPerson =
  ({ people }: Uses) =>
  async (personId: string): Promise<IdentifiedPerson> => {
    const { aggregate } = await people.load(personId);
    const { state, version, personalOrNothing: values } = aggregate;
    const { stage, district, language } = state;
    return { personId, version, stage, district, language, ...(values === undefined ? {} : { values }) };
  };
