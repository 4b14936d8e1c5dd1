import { expect, test } from '@jest/globals';
import {
  disclosureList,
  joinedDisclosure,
  type DisclosureRules,
} from '../../../domain/epidemiological-investigation/route/disclosure.ts';
import type { RouteCommand } from '../../../domain/epidemiological-investigation/route/route.commands.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import {
  aRoute,
  begun,
  clock,
  contactsFound,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../../support/route-fixtures.ts';

const rules = (more: Partial<DisclosureRules> = {}): DisclosureRules => ({
  omittedWhenAllContactsFound: true,
  shownForDays: 14,
  on: LocalDate.of('2026-03-06'),
  ...more,
});
const routeOf = (...commands: readonly RouteCommand[]) => {
  const route = aRoute();
  for (const command of [begun(), ...commands]) route.execute(command);
  return route.state;
};
const place = (placeId: string, from: string, to = from, district = '11110') => ({
  district,
  placeId,
  from: clock(from).toString(),
  to: clock(to).toString(),
  shownUntil: '2026-03-19',
});
const investigated = [
  seen('V1', 'card', stay('18:00', '19:00'), { place: 'SHOP' }),
  seen('V2', 'cctv', stay('12:00', '13:00')),
  seen('V3', 'gps', stay('15:00'), { place: 'PARK', district: '11140' }),
  established('V1'),
  established('V2'),
  rejected('V3'),
];
const allDay = stay('00:00', '23:59');

test('lists the places of established visits by place, with times and nothing else', () =>
  expect(disclosureList(routeOf(...investigated, finished()), allDay, rules())).toEqual([
    place('CAFE', '12:00', '13:00'),
    place('SHOP', '18:00', '19:00'),
  ]));

test('shows only what lies within the window', () =>
  expect(disclosureList(routeOf(...investigated, finished()), stay('12:30', '17:59'), rules())).toEqual([
    place('CAFE', '12:30', '13:00'),
  ]));

test('leaves out a place whose contacts are all found, where the rule says so', () => {
  const route = routeOf(...investigated, finished(), contactsFound('CAFE'));
  expect(disclosureList(route, allDay, rules())).toEqual([place('SHOP', '18:00', '19:00')]);
  expect(disclosureList(route, allDay, rules({ omittedWhenAllContactsFound: false }))).toHaveLength(2);
});

test('shows a place through its last day, and no longer', () => {
  const on = (day: string) =>
    disclosureList(routeOf(...investigated, finished()), allDay, rules({ on: LocalDate.of(day) })).length;
  expect([on('2026-03-19'), on('2026-03-20')]).toEqual([2, 0]);
});

test('shows nothing of a route that is not, or no longer, finished', () => {
  expect(disclosureList(routeOf(...investigated), allDay, rules())).toEqual([]);
  expect(disclosureList(routeOf(...investigated, finished(), reopened()), allDay, rules())).toEqual([]);
});

test('several routes make one list in which nobody can be counted', () => {
  const other = [
    place('CAFE', '12:59', '14:00'),
    place('CAFE', '16:00'),
    place('PARK', '09:00', '09:00', '11140'),
  ];
  const first = disclosureList(routeOf(...investigated, finished()), allDay, rules());
  const expected = [
    place('CAFE', '12:00', '14:00'),
    place('CAFE', '16:00'),
    place('SHOP', '18:00', '19:00'),
    place('PARK', '09:00', '09:00', '11140'),
  ];
  expect(joinedDisclosure([first, other])).toEqual(expected);
  expect(joinedDisclosure([other, first, first])).toEqual(expected);
});
