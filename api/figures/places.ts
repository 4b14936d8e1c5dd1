import type { Words } from '../problem.ts';
import { groupedBy, totalOf } from './groups.ts';
import type { CasesOfPlace, PlaceSize } from '../read-models/figures/places.ts';

type Named = Readonly<{ code: string; name: Words }>;
type Tree = Readonly<{ provinces: readonly (Named & Readonly<{ districts: readonly Named[] }>)[] }>;

const CLASSES = ['confirmed', 'probable', 'suspected', 'notACase'] as const;

/** Every place of today in reach, and codes of before under which there are cases; those have no name here. */
export function placesOf(
  found: readonly CasesOfPlace[],
  { within, per, tree }: Readonly<{ within: readonly string[]; per: PlaceSize; tree: Tree }>,
) {
  const { provinces } = tree;
  const known = per === 'province' ? provinces : provinces.flatMap(({ districts }) => districts);
  const isInReach = ({ code }: Named): boolean =>
    within.some((one) => code.startsWith(one) || one.startsWith(code));
  const names = new Map(known.filter(isInReach).map(({ code, name }) => [code, name]));
  const byPlace = groupedBy(found, ({ place }) => place);
  return [...new Set([...names.keys(), ...byPlace.keys()])].toSorted().map((code) => {
    const counted = byPlace.get(code) ?? [];
    const [confirmed = 0, probable = 0, suspected = 0, notACase = 0] = CLASSES.map(
      (name) => counted.find((one) => one.class === name)?.count ?? 0,
    );
    return {
      code,
      name: names.get(code) ?? null,
      ...{ confirmed, probable, suspected, notACase },
      cases: confirmed + probable + suspected,
      all: totalOf(counted),
    };
  });
}
