import { expect, test } from '@jest/globals';
import { groupsOf } from '../../../../api/figures/groups.ts';
import { placesOf } from '../../../../api/figures/places.ts';
import { sharesOf } from '../../../../api/figures/shares.ts';
import { workOf } from '../../../../api/figures/work.ts';

test('a code of which there are none is there with 0, one that nobody knew is not lost', () => {
  const found = [
    { code: null, count: 1 },
    { code: 'new', count: 2 },
    { code: 'b', count: 3 },
  ];
  expect(groupsOf(['a', 'b'], found)).toEqual([
    { code: 'a', count: 0 },
    { code: 'b', count: 3 },
    { code: 'new', count: 2 },
    { code: null, count: 1 },
  ]);
});

test('a share is of those who were not dropped, and of nobody there is none', () => {
  const close = { grade: 'close', named: 5, dropped: 2, contacts: 3, becameCases: 1, open: 1 };
  const without = { grade: null, named: 1, dropped: 0, contacts: 1, becameCases: 0, open: 1 };
  const { grades, ...all } = sharesOf([close, without]);
  expect(all).toEqual({ named: 6, dropped: 2, contacts: 4, becameCases: 1, open: 2, share: 0.25 });
  expect(grades.map(({ grade, share }) => [grade, share])).toEqual([
    ['close', 0.3333],
    ['casual', null],
    ['none', null],
    [null, 0],
  ]);
});

test('the work of a team is that of its kinds, and a team without any is there', () => {
  const queue = {
    open: 3,
    overdue: 2,
    underOneDay: 1,
    underThreeDays: 0,
    threeDaysAndMore: 1,
    oldestDueAt: null,
  };
  const shown = workOf([
    { team: 'patient-management', kind: 'no-answer', ...queue },
    { team: 'patient-management', kind: 'answer-unclear', ...queue },
  ]);
  expect(shown).toMatchObject({ open: 6, overdue: 4 });
  expect(shown.teams.map(({ team, overdue }) => [team, overdue])).toEqual([
    ['patient-management', 4],
    ['isolation-management', 0],
    ['diagnostic-testing', 0],
    ['epidemiological-investigation', 0],
  ]);
  expect(workOf([], ['isolation-management']).teams).toHaveLength(1);
});

test('places are those in reach, with the codes of before under which there are cases', () => {
  const name = { ko: '가', en: 'A' };
  const province = {
    code: '11',
    name,
    districts: [
      { code: '11110', name },
      { code: '11140', name },
    ],
  };
  const tree = { provinces: [province, { code: '26', name, districts: [{ code: '26440', name }] }] };
  const found = [
    { place: '11140', class: 'confirmed', count: 2 },
    { place: '11140', class: 'notACase', count: 1 },
    { place: '11999', class: 'suspected', count: 4 },
  ];
  const shown = placesOf(found, { within: ['11'], per: 'district', tree });
  expect(shown.map(({ code, cases, all }) => [code, cases, all])).toEqual([
    ['11110', 0, 0],
    ['11140', 2, 3],
    ['11999', 4, 4],
  ]);
  expect(shown.map((one) => one.name)).toEqual([name, name, null]);
  expect(placesOf([], { within: ['11110'], per: 'province', tree }).map(({ code }) => code)).toEqual(['11']);
});
