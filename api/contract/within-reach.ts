import type { Place } from '../../activities/ports/lookups.ts';
import { whyNotGiven, type GivenTo } from '../access/given-to.ts';
import { mayEverywhere, mayIn, type Staff } from '../access/staff.ts';
import { refuse } from '../api-problems.ts';
import type { Dependencies } from '../dependencies.ts';
import { refusedAs } from './absent.ts';
import type { Asked, Endpoint, Subject } from './endpoint.ts';
import { districtsOf, valuesAt, type Held } from './held.ts';

const HELD_WITHOUT_REACH: ReadonlySet<Held> = new Set<Held>(['part', 'filter', 'in-turn', 'kept', 'anybody']);

type Parsed = Pick<Asked<unknown, unknown, unknown>, 'params' | 'query' | 'body' | 'staff' | 'request'>;

/**
 * Where it acts; what lies in another district is refused in the very words in which something that does not exist is.
 * @throws Refusal
 */
export async function withinReach(
  { action, about, names = {}, onlyAtHome, alsoNeeds, givenTo, districtOf, side }: Endpoint,
  uses: Pick<Dependencies, 'placeOf' | 'accountOf'>,
  { staff, params, query, body, request }: Parsed,
): Promise<Place | undefined> {
  if (action === undefined) return undefined;
  const district = districtOf?.({ query, body });
  if (district !== undefined && !mayIn(staff, action, district)) throw refuse('access/not-in-this-district');
  const reaches = (place: Place): boolean =>
    (onlyAtHome === undefined ? districtsOf(place) : [place.district]).some((one) =>
      mayIn(staff, action, one),
    );
  const reached = async (kind: Subject, id: string): Promise<Place> => {
    const place = await uses.placeOf({ kind, id });
    if (place === undefined || !reaches(place) || !isOpenTo(staff, place, mayEverywhere(staff, action)))
      throw refusedAs(kind);
    return place;
  };
  const inPath = about === undefined ? undefined : await reached(about, String(request.params['id']));
  const sideOf = side === undefined ? undefined : inPath?.between?.[side];
  if (sideOf !== undefined && !mayIn(staff, action, sideOf)) throw refuse('access/not-in-this-district');
  const further = inPath === undefined ? undefined : alsoNeeds?.(inPath);
  if (inPath !== undefined && further !== undefined && !mayIn(staff, further, inPath.district)) {
    throw refuse('access/not-allowed');
  }
  if (inPath !== undefined && givenTo !== undefined) await mayHaveIt(givenTo, inPath);
  let named: Place | undefined;
  for (const [where, held] of Object.entries(names)) {
    if (HELD_WITHOUT_REACH.has(held)) continue;
    for (const id of [params, query, body].flatMap((part) => valuesAt(part, where))) {
      if (held === 'household') {
        await livedInWithin(id);
        continue;
      }
      const place = await reached(held as Subject, id);
      named ??= place;
    }
  }
  return inPath ?? named;

  async function mayHaveIt({ at, needs }: GivenTo, place: Place): Promise<void> {
    const own = { isRevoked: false, asked: { roles: staff.roles, offices: staff.jurisdictions } };
    for (const account of new Set(valuesAt(body, at))) {
      const known = account === staff.id ? own : await uses.accountOf(account);
      const code = whyNotGiven(known, needs(place), place.district);
      if (code !== undefined) throw refuse(code);
    }
  }

  async function livedInWithin(id: string): Promise<void> {
    const place = await uses.placeOf({ kind: 'household', id });
    if (place !== undefined && !reaches(place)) throw refuse('household/not-found');
  }
}

const isOpenTo = (staff: Staff, { owner }: Place, seesAll: boolean): boolean =>
  owner === undefined || owner === staff.id || seesAll;
