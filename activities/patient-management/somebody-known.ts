import { openEpisode } from '../../domain/patient-management/case/episodes.ts';
import type { Disease } from '../../domain/patient-management/case/disease.ts';
import { likeliest } from '../../domain/patient-management/person/resemblance.ts';
import { HEADQUARTERS, isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import { peopleAlike, type PersonAlike, type PersonTold } from '../people-alike.ts';
import type { Uses } from '../uses.ts';
import { placesOf } from './places-of.ts';

/** Somebody else who may be the same, and the district in which a person is asked. */
export type MaybeSame = PersonAlike & Readonly<{ askedIn: string }>;

export type SomebodyKnown = Readonly<{
  /** Who it certainly is. */
  personId?: string;
  maybe: readonly MaybeSame[];
}>;

export type Reported = Readonly<{
  told: PersonTold;
  /** Which illness it is about. */
  disease?: Disease | undefined;
  /** Where the report is. */
  district: string;
  /** Beginnings of the districts of whoever reports. */
  within: readonly string[];
  commandId: string;
}>;

/**
 * Who of those within reach a report is about, if it is certain. Whom it may be within reach, and who it certainly is out of
 * it, is for a person: of the district where both belong, else of the headquarters. Whoever reports is told nothing of that.
 */
export async function somebodyKnown(
  uses: Pick<Uses, 'identities' | 'people' | 'lookups'>,
  { told, disease, district, within, commandId }: Reported,
): Promise<SomebodyKnown> {
  const alike = await peopleAlike(uses, told, commandId);
  const placed = await Promise.all(
    alike.map(async (one) => ({
      ...one,
      places: await placesOf(uses, { kind: 'person', id: one.personId }),
    })),
  );
  const near = placed.filter(({ places }) => places.some((place) => isWithin(within, place)));
  const certain = near.filter(({ standing }) => standing === 'certain').toSorted(likeliestFirst);
  const elsewhere = placed.filter((one) => one.standing === 'certain' && !near.includes(one));
  const asked = ({ places, ...one }: (typeof placed)[number]): MaybeSame => ({
    ...one,
    askedIn: places.includes(district) ? district : HEADQUARTERS,
  });
  const [first] = certain;
  if (first === undefined) {
    const perhaps = likeliest(near);
    return { maybe: [...(perhaps === undefined ? [] : [perhaps]), ...elsewhere].map(asked) };
  }
  const ill = certain.length === 1 ? undefined : await withOpenCase(uses, certain, disease);
  const theirs = ill ?? first;
  return { personId: theirs.personId, maybe: certain.filter((one) => one !== theirs).map(asked) };
}

/** The one that was registered first comes first of those who are equally likely. */
const likeliestFirst = (one: PersonAlike, other: PersonAlike): number =>
  other.score - one.score || (one.personId < other.personId ? -1 : 1);

/** Of several records of one person that nobody has merged yet, the one that is ill. */
async function withOpenCase<One extends PersonAlike>(
  { lookups }: Pick<Uses, 'lookups'>,
  records: readonly One[],
  disease: Disease | undefined,
): Promise<One | undefined> {
  if (disease === undefined) return undefined;
  for (const one of records)
    if (openEpisode(await lookups.episodesOf(one.personId, disease)) !== undefined) return one;
  return undefined;
}
