import type { Identity } from '../ports/identities.ts';
import type { Uses } from '../uses.ts';

/** Who somebody is. Whoever asks has to have the right; that they asked is on record before they are told. */
export const identifyPerson =
  ({ people }: Uses) =>
  async (personId: string): Promise<Identity> => {
    const { aggregate } = await people.load(personId);
    const { state, version, personalOrNothing: values } = aggregate;
    const { stage, district, language } = state;
    return { personId, version, stage, district, language, ...(values === undefined ? {} : { values }) };
  };
