import {
  disclosureList,
  joinedDisclosure,
  type DisclosedPlace,
} from '../../domain/epidemiological-investigation/route/disclosure.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { mayBeDisclosed, type CaseState } from '../../domain/patient-management/case/case.state.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import { infectiousWindow, spelt } from '../../domain/protocol/evaluation/contact-grade.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ruleForCase } from '../case-rules.ts';
import type { Uses } from '../uses.ts';

/** How many routes one district's list is made of: a bound of the answer, newest first. */
const MOST_ROUTES = 500;

/** No rule that governs a case says what is shown. `statedBy`: the first version for its disease that does, if any is published. */
export type Unruled = Readonly<{ disease: string; statedBy: string | null }>;
/** Nothing of a person is in it. `protocolVersion`: whose rule says what is shown, and for how long. */
export type Disclosure = Readonly<{
  protocolVersion: string | null;
  places: readonly DisclosedPlace[];
  withoutRule: readonly Unruled[];
}>;
export type DistrictDisclosure = Omit<Disclosure, 'protocolVersion'>;

/** 동선 공개 of one finished route: nothing where no rule says what is shown. */
export const discloseRoute =
  (uses: Uses) =>
  async ({ routeId }: Readonly<{ routeId: string }>): Promise<Disclosure> => {
    const route = (await uses.routes.load(routeId)).aggregate.state;
    const aCase = (await uses.cases.load(route.caseId)).aggregate.state;
    const now = Instant.of(await uses.clock.now());
    const found = await ruleForCase(uses, 'routeDisclosure', aCase, now.toString());
    if (found === undefined)
      return { protocolVersion: null, places: [], withoutRule: [await unruled(uses, aCase)] };
    const { rule, version: protocolVersion } = found;
    const shown = (places: readonly DisclosedPlace[]) => ({ protocolVersion, places, withoutRule: [] });
    if (!mayBeDisclosed(aCase)) return shown([]);
    const window = infectiousWindow(rule, historyOfCase(aCase), now.epochMilliseconds);
    const days = window === null ? undefined : spelt(window);
    if (days === undefined || days.from === null) return shown([]); // nobody knows since when
    const until = days.until === null ? now : Instant.atEndOfDayInSeoul(LocalDate.of(days.until));
    const stay = Stay.of(Instant.onDayInSeoul(LocalDate.of(days.from), 0), until);
    return shown(
      disclosureList(route, stay, {
        omittedWhenAllContactsFound: rule.omittedWhenAllContactsFound,
        shownForDays: rule.shownForDays,
        on: now.dateInSeoul(),
      }),
    );
  };

async function unruled(
  { protocols, jurisdiction }: Pick<Uses, 'protocols' | 'jurisdiction'>,
  { disease }: CaseState,
): Promise<Unruled> {
  const stating = (await protocols.versions(disease, jurisdiction)).filter(
    ({ rules }) => rules.routeDisclosure !== undefined,
  );
  const [first] = [...stating].sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom));
  return { disease, statedBy: first?.id ?? null };
}

/** The same for a district: one list out of all its finished routes, so that nobody sees how many people there were. */
export const discloseDistrict =
  (uses: Uses) =>
  async ({ district }: Readonly<{ district: string }>): Promise<DistrictDisclosure> => {
    const lists: (readonly DisclosedPlace[])[] = [];
    const withoutRule = new Map<string, Unruled>();
    for (const routeId of await uses.lookups.finishedRoutesThrough(district, MOST_ROUTES)) {
      const disclosed = await discloseRoute(uses)({ routeId });
      lists.push(disclosed.places.filter((place) => place.district === district));
      for (const one of disclosed.withoutRule) withoutRule.set(one.disease, one);
    }
    return { places: joinedDisclosure(lists), withoutRule: [...withoutRule.values()] };
  };
