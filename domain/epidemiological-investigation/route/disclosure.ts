import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import { placesFound, type RouteState } from './route.state.ts';
import type { Stay } from './stay.ts';
import { stayOf } from './visit.ts';

/** `shownForDays` are counted from the day on which the stay ends; `on` is the day on which the list is shown. */
export type DisclosureRules = Readonly<{
  /** Places at which all contacts are found are left out. */
  omittedWhenAllContactsFound: boolean;
  shownForDays: number;
  on: LocalDate;
}>;

/** A place with the time at which a case was there: nothing of the person, and nothing finer than the place's code. */
export type DisclosedPlace = Readonly<{
  district: string;
  placeId: string;
  from: string;
  to: string;
  shownUntil: string;
}>;

/** 동선 공개: the established visits of a finished or recorded route within a window. Act art. 34-2, Decree 22-2. */
export function disclosureList(
  route: RouteState,
  window: Stay,
  rules: DisclosureRules,
): readonly DisclosedPlace[] {
  if (route.stage === 'open') return [];
  const omitted = rules.omittedWhenAllContactsFound ? placesFound(route) : [];
  const places = route.visits.flatMap((visit): readonly DisclosedPlace[] => {
    if (visit.standing !== 'established') return [];
    if (omitted.includes(visit.placeId)) return [];
    const stay = stayOf(visit).within(window);
    if (stay === undefined) return [];
    const shownUntil = stay.to.dateInSeoul().plusDays(rules.shownForDays);
    if (rules.on.isAfter(shownUntil)) return [];
    const { district, placeId } = visit;
    return [{ district, placeId, ...timesOf(stay), shownUntil: shownUntil.toString() }];
  });
  return sorted(places);
}

/** One list out of several: overlapping times at a place become one entry, so nobody sees how many people there were. */
export function joinedDisclosure(lists: readonly (readonly DisclosedPlace[])[]): readonly DisclosedPlace[] {
  return sorted(lists.flat()).reduce<readonly DisclosedPlace[]>((joined, place) => {
    const last = joined.at(-1);
    if (last?.placeId !== place.placeId || !stayOf(last).overlaps(stayOf(place))) return [...joined, place];
    const shownUntil = last.shownUntil > place.shownUntil ? last.shownUntil : place.shownUntil;
    return [
      ...joined.slice(0, -1),
      { ...last, ...timesOf(stayOf(last).joinedWith(stayOf(place))), shownUntil },
    ];
  }, []);
}

const timesOf = ({ from, to }: Stay) => ({ from: from.toString(), to: to.toString() });

/** By place, so that the order does not tell a person's way. */
const sorted = (places: readonly DisclosedPlace[]): readonly DisclosedPlace[] =>
  [...places].sort(
    (one, other) =>
      compare(one.district, other.district) ||
      compare(one.placeId, other.placeId) ||
      Instant.of(one.from).epochMilliseconds - Instant.of(other.from).epochMilliseconds,
  );

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
