import {
  disclosureList,
  joinedDisclosure,
  type DisclosedPlace,
} from '../../domain/epidemiological-investigation/route/disclosure.ts';
import { Stay } from '../../domain/epidemiological-investigation/route/stay.ts';
import { mayBeDisclosed } from '../../domain/patient-management/case/case.state.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import { infectiousWindow, spelt } from '../../domain/protocol/evaluation/contact-grade.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ruleForCase } from '../case-rules.ts';
import type { Uses } from '../uses.ts';

/** How many routes one district's list is made of: a bound of the answer, newest first. */
const MOST_ROUTES = 500;

/** `protocolVersion`: whose rule says what is shown, and for how long. Nothing of a person is in it. */
export type Disclosure = Readonly<{ protocolVersion: string; places: readonly DisclosedPlace[] }>;

/** 동선 공개 of one finished route. @throws RuleBroken `protocol/rule-absent` */
export const discloseRoute =
  (uses: Uses) =>
  async ({ routeId }: Readonly<{ routeId: string }>): Promise<Disclosure> => {
    const route = (await uses.routes.load(routeId)).aggregate.state;
    const aCase = (await uses.cases.load(route.caseId)).aggregate.state;
    const now = Instant.of(await uses.clock.now());
    const found = await ruleForCase(uses, 'routeDisclosure', aCase, now.toString());
    if (found === undefined) throw new RuleBroken('protocol/rule-absent', { rule: 'routeDisclosure' });
    const { rule, version: protocolVersion } = found;
    if (!mayBeDisclosed(aCase)) return { protocolVersion, places: [] };
    const window = infectiousWindow(rule, historyOfCase(aCase), now.epochMilliseconds);
    const days = window === null ? undefined : spelt(window);
    if (days === undefined || days.from === null) return { protocolVersion, places: [] }; // nobody knows since when
    const until = days.until === null ? now : Instant.atEndOfDayInSeoul(LocalDate.of(days.until));
    const stay = Stay.of(Instant.onDayInSeoul(LocalDate.of(days.from), 0), until);
    const places = disclosureList(route, stay, {
      omittedWhenAllContactsFound: rule.omittedWhenAllContactsFound,
      shownForDays: rule.shownForDays,
      on: now.dateInSeoul(),
    });
    return { protocolVersion, places };
  };

/** The same for a district: one list out of all its finished routes, so that nobody sees how many people there were. */
export const discloseDistrict =
  (uses: Uses) =>
  async ({ district }: Readonly<{ district: string }>): Promise<readonly DisclosedPlace[]> => {
    const lists: (readonly DisclosedPlace[])[] = [];
    for (const routeId of await uses.lookups.finishedRoutesThrough(district, MOST_ROUTES)) {
      const { places } = await discloseRoute(uses)({ routeId });
      lists.push(places.filter((place) => place.district === district));
    }
    return joinedDisclosure(lists);
  };
