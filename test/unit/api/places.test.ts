import { expect, test } from '@jest/globals';
import { teamsOf } from '../../../api/access/teams.ts';
import { placesOf } from '../../../api/read-models/reach.ts';

test('the whole country covers everything in it', () => {
  expect(placesOf(['11', '', '26440'])).toEqual({ country: true, provinces: [], districts: [] });
});
test('a province covers its districts: no place is looked at twice', () => {
  expect(placesOf(['11110', '11', '26440', '11', '26440'])).toEqual({
    country: false,
    provinces: ['11'],
    districts: ['26440'],
  });
});
test('of the districts that are asked for, those in reach', () => {
  const here = { country: false, provinces: [] };
  expect(placesOf(['11'], ['11110', '26440', '11110'])).toEqual({ ...here, districts: ['11110'] });
  expect(placesOf([''], ['26440'])).toEqual({ ...here, districts: ['26440'] });
  expect(placesOf([], ['26440'])).toEqual({ ...here, districts: [] });
});

test.each([
  [['investigator'], ['epidemiological-investigation']],
  [
    ['clinician', 'tester'],
    ['patient-management', 'diagnostic-testing'],
  ],
  [
    ['supervisor'],
    ['patient-management', 'isolation-management', 'diagnostic-testing', 'epidemiological-investigation'],
  ],
  [[], []],
] as const)('whoever is %j works in %j', (roles, teams) => {
  expect(teamsOf({ roles })).toEqual(teams);
});
