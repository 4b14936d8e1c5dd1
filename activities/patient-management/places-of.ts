import type { Lookups } from '../ports/lookups.ts';

type Where = Readonly<{ lookups: Pick<Lookups, 'placeOf'> }>;

/** Every district that is responsible for something of it; none where nothing is. */
export async function placesOf(
  { lookups }: Where,
  of: Readonly<{ kind: 'person' | 'case'; id: string }>,
): Promise<readonly string[]> {
  const place = await lookups.placeOf(of);
  return place === undefined ? [] : [place.district, ...(place.also ?? [])];
}
