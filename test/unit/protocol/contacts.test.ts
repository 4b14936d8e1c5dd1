import { expect, test } from '@jest/globals';
import { daysOf, gradeContact } from '../../../domain/protocol/evaluation/contact-grade.ts';
import { aHistory, kst, ruleOf, type Json } from '../../support/evaluation-fixtures.ts';

const CLOSE = {
  all: [
    { fact: 'distanceMetres', atMost: 2 },
    { fact: 'minutes', atLeast: 15 },
  ],
};
const definition = (more: Json = {}, own: Json = {}) =>
  ruleOf(
    'contactDefinition',
    {
      grades: [
        { grade: 'close', when: { any: [{ fact: 'touched', is: true }, CLOSE] } },
        { grade: 'casual', when: { fact: 'distanceMetres', atMost: 10 } },
      ],
      otherwise: 'noContact',
      ...more,
    },
    own,
  );
const WINDOW = {
  symptomatic: { from: { anchor: 'onset', days: -2 }, until: { anchor: 'onset', days: 14 } },
  asymptomatic: { from: { anchor: 'specimen', days: -2 } },
};
const ILL = aHistory({ dateOfSymptomOnset: '2020-07-10' });
const WELL = aHistory({ symptomatic: false, specimenCollectedOn: '2020-07-10' });
const AT = kst('2020-07-20');

test.each([
  { facts: { touched: true }, grade: 'close', because: 'grade-fits', next: 'follow', missing: [] },
  {
    facts: { touched: false, distanceMetres: 2, minutes: 15 },
    grade: 'close',
    because: 'grade-fits',
    next: 'follow',
    missing: [],
  },
  {
    facts: { touched: false, distanceMetres: 2.1 },
    grade: 'casual',
    because: 'grade-fits',
    next: 'follow',
    missing: [],
  },
  {
    facts: { touched: false, distanceMetres: 10.1 },
    grade: null,
    because: 'no-grade-fits',
    next: 'noContact',
    missing: [],
  },
  {
    facts: { distanceMetres: 2 },
    grade: null,
    because: 'facts-missing',
    next: 'decideByPerson',
    missing: ['touched', 'minutes'],
  },
])('grade of $facts', ({ facts, ...answer }) => {
  expect(gradeContact(definition(), ILL, { on: '2020-07-10', ...facts }, AT)).toEqual({
    ...answer,
    window: null,
  });
});

test('without a grade that fits, what the protocol says follows', () => {
  const rule = definition({ otherwise: 'decideByPerson' });
  const exposure = { on: '2020-07-10', touched: false, distanceMetres: 11 };
  expect(gradeContact(rule, ILL, exposure, AT)).toMatchObject({
    because: 'no-grade-fits',
    next: 'decideByPerson',
  });
});

test.each([
  { who: 'ill', on: '2020-07-07', inside: false },
  { who: 'ill', on: '2020-07-08', inside: true },
  { who: 'ill', on: '2020-07-24', inside: true },
  { who: 'ill', on: '2020-07-25', inside: false },
  { who: 'well', on: '2020-07-07', inside: false },
  { who: 'well', on: '2020-07-08', inside: true },
  { who: 'well', on: '2020-12-31', inside: true },
])('$who case, met on $on: inside the window $inside', ({ who, on, inside }) => {
  const answer = gradeContact(
    definition({ window: WINDOW }),
    who === 'ill' ? ILL : WELL,
    { on, touched: true },
    AT,
  );
  const window = { from: '2020-07-08', until: who === 'ill' ? '2020-07-24' : null };
  expect(answer).toEqual(
    inside
      ? { grade: 'close', because: 'grade-fits', next: 'follow', missing: [], window }
      : { grade: null, because: 'outside-window', next: 'noContact', missing: [], window },
  );
});

test('days of the window that are not known shut nobody out; the answer names the window it used', () => {
  const rule = definition({ window: WINDOW });
  const unknown = aHistory({});
  const window = { from: null, until: null };
  const on = '2019-01-01';
  expect(gradeContact(rule, unknown, { on, touched: true }, AT)).toMatchObject({ grade: 'close', window });
  expect(gradeContact(rule, unknown, { on }, AT)).toMatchObject({ because: 'facts-missing', window });
  const far = { on, touched: false, distanceMetres: 50 };
  expect(gradeContact(rule, unknown, far, AT)).toMatchObject({ because: 'no-grade-fits', window });
});

test('a window to the release of the case ends, while it is isolated, on the present day', () => {
  const span = { from: { anchor: 'onset', days: 0 }, until: { anchor: 'released', days: 1 } } as const;
  const days = daysOf(span, ILL, kst('2020-07-21') - 1);
  const from = daysOf(span, ILL, kst('2020-07-10')).until;
  expect(days.until).toBe((from ?? 0) + 10);
  expect(days.from).toBe((from ?? 0) - 1);
});

test("a protocol's own facts of an exposure", () => {
  const rule = definition(
    { grades: [{ grade: 'ward', when: { fact: 'sameWard', is: true } }] },
    { exposureFacts: { sameWard: { type: 'truth' } } },
  );
  const exposure = { on: '2020-07-10', attributes: { sameWard: true } };
  expect(gradeContact(rule, ILL, exposure, AT).grade).toBe('ward');
  expect(gradeContact(rule, ILL, { on: '2020-07-10' }, AT)).toMatchObject({ missing: ['sameWard'] });
});
