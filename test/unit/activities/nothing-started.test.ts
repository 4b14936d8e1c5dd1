import { expect, test } from '@jest/globals';
import { announces, policies } from '../../../activities/policies.ts';
import { aCase } from '../../support/case-fixtures.ts';
import { aContact } from '../../support/contact-fixtures.ts';
import {
  died,
  listedPerson,
  recordedEpisode,
  recordedInfection,
  recordedOnset,
  recordedRoute,
} from '../../support/past-fixtures.ts';
import { aPerson } from '../../support/person-fixtures.ts';
import { aRoute } from '../../support/route-fixtures.ts';

const [person, one, contact, route] = [aPerson(), aCase(), aContact(), aRoute()];
person.execute(listedPerson());
one.execute(recordedEpisode({ ended: died() }));
one.execute(recordedOnset('2020-01-21'));
contact.execute(recordedInfection());
route.execute(recordedRoute(['V1', '2026-03-05']));
const told = [person, one, contact, route].flatMap(({ news }) => news.map(({ type }) => type));

test('what is told of the past is told by these events', () =>
  expect(told).toEqual([
    'PersonRegistered',
    'EpisodeRecorded',
    'SymptomsOccurred',
    'InfectionRecorded',
    'RouteRecorded',
    'VisitRecorded',
  ]));

test.each(told)('no policy reacts to %s: no process begins, and none is told', (type) => {
  expect(announces(type)).toBe(false);
  expect(policies[type]).toBe('none');
});
