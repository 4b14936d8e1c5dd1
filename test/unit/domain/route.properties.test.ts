import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVIDENCE_SOURCES } from '../../../domain/epidemiological-investigation/route/evidence.ts';
import type { RouteCommand } from '../../../domain/epidemiological-investigation/route/route.commands.ts';
import {
  evolveRoute,
  type RouteState,
} from '../../../domain/epidemiological-investigation/route/route.state.ts';
import { sightingsOf, stayOf } from '../../../domain/epidemiological-investigation/route/visit.ts';
import { refusal } from '../../support/refusal.ts';
import {
  aRoute,
  begun,
  contactsFound,
  contactsNotFound,
  corrected,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../../support/route-fixtures.ts';

const MAXIMUM = 12;
const hour = (hours: number): string => `${String(hours).padStart(2, '0')}:00`;
const anId = fc.nat(15).map((n) => `V${String(n).padStart(2, '0')}`);
const aStay = fc.tuple(fc.nat(9), fc.nat(4)).map(([from, length]) => stay(hour(from), hour(from + length)));
const aSighting = fc
  .tuple(anId, fc.constantFrom(...EVIDENCE_SOURCES), aStay, fc.constantFrom('CAFE', 'SHOP'))
  .map(([id, source, at, place]) => seen(id, source, at, { place, maximumVisits: MAXIMUM }));
const aCommand: fc.Arbitrary<RouteCommand> = fc.oneof(
  { weight: 6, arbitrary: aSighting },
  { weight: 3, arbitrary: anId.map(established) },
  { weight: 2, arbitrary: anId.map((id) => rejected(id)) },
  { weight: 2, arbitrary: fc.tuple(anId, aStay).map(([id, at]) => corrected(id, at)) },
  { weight: 2, arbitrary: fc.constantFrom(contactsFound(), contactsNotFound()) },
  { weight: 1, arbitrary: fc.constant(finished()) },
  { weight: 1, arbitrary: fc.constant(reopened()) },
  { weight: 1, arbitrary: fc.constant(begun()) },
);

/** Asked for once the list is public. */
const OF_FINISHED = ['ReopenRoute', 'DeclareAllContactsFound', 'WithdrawAllContactsFound'];

test('whatever is asked: versions have no gap, state is the fold, the same command again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 40 }), (commands) => {
      const route = aRoute();
      for (const command of [begun(), ...commands]) {
        const before = route.version === 0 ? undefined : route.state;
        refusal(route, command);
        if (before?.stage === 'finished' && !OF_FINISHED.includes(command.type))
          expect(route.state).toBe(before);
        const { length } = route.news;
        refusal(route, command);
        expect(route.news.length).toBe(length);
      }
      expect(route.version).toBe(route.news.length);
      expect(route.state).toEqual(
        route.news.reduce<RouteState | undefined>((state, event) => evolveRoute(state, event), undefined),
      );
    }),
    { numRuns: 150 },
  );
});

test('visits never end before they start, never overlap at a place, and every sighting is in exactly one', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 40 }), (commands) => {
      const route = aRoute();
      route.execute(begun());
      for (const command of commands) {
        refusal(route, command);
        const { visits, stage } = route.state;
        const held = visits.filter(({ standing }) => standing !== 'rejected');
        for (const [index, visit] of held.entries()) {
          const others = held.slice(index + 1).filter(({ placeId }) => placeId === visit.placeId);
          expect(others.some((other) => stayOf(other).overlaps(stayOf(visit)))).toBe(false);
        }
        const ids = sightingsOf(visits).map(({ sightingId }) => sightingId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(MAXIMUM);
        expect(ids.length).toBe(
          route.news.filter(({ type }) => /^Visit(Recorded|Evidence)/.test(type)).length,
        );
        if (stage === 'finished') expect(visits.some(({ standing }) => standing === 'undecided')).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test('sources may tell in any order: the visits, decided on afterwards, come out the same', () => {
  const told = fc.uniqueArray(aSighting, {
    maxLength: MAXIMUM,
    selector: (command) => (command.type === 'RecordVisit' ? command.visitId : ''),
  });
  const repeated = (command: RouteCommand): string =>
    command.type === 'RecordVisit'
      ? [command.source, command.placeId, command.stay.from, command.stay.to].join()
      : '';
  const orders = told
    .map((commands) => [...new Map(commands.map((command) => [repeated(command), command])).values()])
    .chain((commands) =>
      fc.tuple(
        fc.constant(commands),
        fc.shuffledSubarray(commands, { minLength: commands.length }),
        fc.array(
          fc.oneof(
            anId.map(established),
            anId.map((id) => rejected(id)),
          ),
          { maxLength: 5 },
        ),
      ),
    );
  fc.assert(
    fc.property(orders, ([commands, shuffled, decisions]) => {
      const visitsAfter = (order: readonly RouteCommand[]) => {
        const route = aRoute();
        for (const command of [begun(), ...order, ...decisions]) refusal(route, command);
        return route.state.visits;
      };
      expect(visitsAfter(shuffled)).toEqual(visitsAfter(commands));
    }),
    { numRuns: 200 },
  );
});
