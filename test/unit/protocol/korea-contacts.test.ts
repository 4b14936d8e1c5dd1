import { expect, test } from '@jest/globals';
import { gradeContact, type ExposureFacts } from '../../../domain/protocol/evaluation/contact-grade.ts';
import { aCase, at, korea, rule, seoul, type Told } from '../../support/protocols.ts';

const symptomatic: Told = { symptomatic: true, dateOfSymptomOnset: '2020-03-01' };
const asymptomatic: Told = { symptomatic: false, specimenCollectedOn: '2020-03-01' };

/** Grade, reason and what follows in one line; facts that are missing behind it. */
const say = (from: string, told: Told, exposure: ExposureFacts): string => {
  const now = at('2022-12-31 12:00');
  const answer = gradeContact(rule(korea(from), 'contactDefinition'), aCase(told), exposure, now);
  const { grade, because, next, missing } = answer;
  return [grade ?? 'none', because, next, ...missing].join(' ');
};
const CONTACT = 'close grade-fits follow';
const nothing: Omit<ExposureFacts, 'on'> = {
  distanceMetres: 10,
  minutes: 1,
  exposedMasked: true,
  caseMasked: true,
  caseSymptomatic: false,
  caseCoughing: false,
  faceToFace: false,
  talking: false,
  touched: false,
  sameClosedSpace: false,
  careWithoutProtection: false,
};

/** Section 3.3, each part of a definition and just outside of it. */
test.each<Readonly<{ from: string; what: string; met: Partial<ExposureFacts>; expected: string }>>([
  {
    from: '2020-02-04',
    what: '2 m while the case had symptoms',
    met: { distanceMetres: 2, caseSymptomatic: true },
    expected: CONTACT,
  },
  {
    from: '2020-02-04',
    what: 'more than 2 m',
    met: { distanceMetres: 2.1, caseSymptomatic: true },
    expected: 'none no-grade-fits decideByPerson',
  },
  {
    from: '2020-02-04',
    what: '2 m before the symptoms',
    met: { distanceMetres: 1 },
    expected: 'none no-grade-fits decideByPerson',
  },
  {
    from: '2020-02-04',
    what: 'same closed space, coughing unmasked',
    met: { sameClosedSpace: true, caseCoughing: true, caseMasked: false },
    expected: CONTACT,
  },
  {
    from: '2020-02-04',
    what: 'same closed space, coughing masked',
    met: { sameClosedSpace: true, caseCoughing: true },
    expected: 'none no-grade-fits decideByPerson',
  },
  {
    from: '2020-04-03',
    what: '1 m face to face for 15 minutes',
    met: { distanceMetres: 1, faceToFace: true, minutes: 15 },
    expected: CONTACT,
  },
  {
    from: '2020-04-03',
    what: '14 minutes',
    met: { distanceMetres: 1, faceToFace: true, minutes: 14 },
    expected: 'none no-grade-fits decideByPerson',
  },
  {
    from: '2020-04-03',
    what: 'more than 1 m',
    met: { distanceMetres: 1.5, faceToFace: true, minutes: 60 },
    expected: 'none no-grade-fits decideByPerson',
  },
  { from: '2020-04-03', what: 'direct touch', met: { touched: true }, expected: CONTACT },
  {
    from: '2020-04-03',
    what: 'care without protection',
    met: { careWithoutProtection: true },
    expected: CONTACT,
  },
  {
    from: '2022-02-09',
    what: '2 m, talking for 15 minutes, one of them unmasked',
    met: { distanceMetres: 2, talking: true, minutes: 15, caseMasked: false },
    expected: CONTACT,
  },
  {
    from: '2022-02-09',
    what: 'the same, both masked',
    met: { distanceMetres: 2, talking: true, minutes: 15 },
    expected: 'none no-grade-fits decideByPerson',
  },
  {
    from: '2022-02-09',
    what: 'the same, not talking',
    met: { distanceMetres: 2, minutes: 15, exposedMasked: false },
    expected: 'none no-grade-fits decideByPerson',
  },
])('$from: $what: $expected', ({ from, met, expected }) => {
  expect(say(from, symptomatic, { on: '2020-03-01', ...nothing, ...met })).toBe(expected);
});

test('what nobody knows is asked of a person', () => {
  expect(
    say('2022-02-09', symptomatic, { on: '2020-03-01', distanceMetres: 1, talking: true, minutes: 20 }),
  ).toBe('none facts-missing decideByPerson exposedMasked caseMasked');
});

const OUTSIDE = 'none outside-window noContact';
/** The days of the case that count, at both ends, across 29 February. */
test.each([
  { from: '2020-02-04', told: symptomatic, on: '2020-02-28', expected: OUTSIDE },
  { from: '2020-02-04', told: symptomatic, on: '2020-02-29', expected: CONTACT },
  { from: '2020-04-03', told: symptomatic, on: '2020-02-27', expected: OUTSIDE },
  { from: '2020-04-03', told: symptomatic, on: '2020-02-28', expected: CONTACT },
  { from: '2020-04-03', told: symptomatic, on: '2020-03-15', expected: CONTACT },
  { from: '2020-04-03', told: symptomatic, on: '2020-03-16', expected: OUTSIDE },
  { from: '2020-04-03', told: asymptomatic, on: '2020-02-27', expected: OUTSIDE },
  { from: '2020-04-03', told: asymptomatic, on: '2020-02-28', expected: CONTACT },
  { from: '2020-04-03', told: asymptomatic, on: '2020-03-15', expected: CONTACT },
  { from: '2020-04-03', told: asymptomatic, on: '2020-03-16', expected: OUTSIDE },
  { from: '2022-02-09', told: symptomatic, on: '2020-02-28', expected: CONTACT },
  { from: '2022-02-09', told: symptomatic, on: '2020-02-27', expected: OUTSIDE },
])('$from: met on $on: $expected', ({ from, told, on, expected }) => {
  const fits = {
    ...nothing,
    distanceMetres: 1,
    minutes: 15,
    caseSymptomatic: true,
    faceToFace: true,
    talking: true,
    exposedMasked: false,
  };
  expect(say(from, told, { on, ...fits })).toBe(expected);
});

test('the window of a case whose onset is not known yet excludes nobody', () => {
  const told: Told = { symptomatic: true, confirmedAt: seoul('2020-05-02 09:00') };
  expect(say('2020-04-03', told, { on: '2020-01-01', ...nothing, touched: true })).toBe(CONTACT);
});
