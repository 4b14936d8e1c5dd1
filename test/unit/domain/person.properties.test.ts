import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LanguageTag } from '../../../domain/patient-management/person/language-tag.ts';
import type { PersonCommand } from '../../../domain/patient-management/person/person.ts';
import { PersonName } from '../../../domain/patient-management/person/person-name.ts';
import { evolvePerson, type PersonState } from '../../../domain/patient-management/person/person.state.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { PERSON } from '../../support/case-fixtures.ts';
import {
  aPerson,
  bornOn,
  byLikeness,
  correctedTo,
  erased,
  guardedBy,
  joined,
  left,
  mergedInto,
  movedTo,
  OTHER_GUARDIAN,
  OTHER_HOUSEHOLD,
  reachedBy,
  registered,
  SURVIVOR,
  unguarded,
  unmerged,
} from '../../support/person-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

/** Every personal value that a command may carry shows up here, so that a search of events finds it. */
const PERSONAL = /홍길|2010-05-05|1999-09-09|1234|9999|세종대로|중앙대로|"vi"|female/;

const COMMANDS: readonly PersonCommand[] = [
  registered(),
  registered(),
  correctedTo({ name: PersonName.of('홍길순'), phone: PhoneNumber.of('010-9999-0000') }),
  correctedTo({ name: PersonName.of('홍길동'), language: 'en' }),
  correctedTo({ birthDate: bornOn('1999-09-09'), sex: 'female' }),
  correctedTo({ birthDate: bornOn('2010-05-05'), preferredLanguage: LanguageTag.of('vi'), language: 'ko' }),
  movedTo(),
  movedTo('11110', '중앙대로 1'),
  reachedBy('sms'),
  reachedBy('post'),
  joined(),
  joined(OTHER_HOUSEHOLD),
  left(),
  left(OTHER_HOUSEHOLD),
  guardedBy(),
  guardedBy(OTHER_GUARDIAN),
  guardedBy(PERSON),
  unguarded,
  mergedInto(),
  mergedInto(SURVIVOR, byLikeness(0.8)),
  mergedInto(PERSON),
  unmerged,
  unmerged,
  unmerged,
];
/** Erasure ends everything, so it comes seldom. */
const commands = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...COMMANDS) },
  { weight: 1, arbitrary: fc.constant(erased()) },
);
const lives = fc.array(commands, { minLength: 1, maxLength: 50 });

const live = (life: readonly PersonCommand[]) => {
  const person = aPerson();
  for (const command of life) refusal(person, command);
  return person;
};
const law = (holds: (life: PersonCommand[]) => void): void =>
  fc.assert(fc.property(lives, holds), { numRuns: 400 });

test('versions have no gap and the state is the fold of the events', () =>
  law((life) => {
    const person = live(life);
    expect(person.version).toBe(person.news.length);
    const folded = person.news.reduce<PersonState | undefined>(
      (state, event) => evolvePerson(state, event),
      undefined,
    );
    if (folded !== undefined) expect(person.state).toEqual(folded);
  }));

test('a refused command, and the same command again, change nothing', () =>
  law((life) => {
    const person = aPerson();
    const seen = () =>
      JSON.stringify([person.version, person.version > 0 && person.state, person.personalOrNothing]);
    for (const command of life) {
      const before = seen();
      if (refusal(person, command) !== undefined) expect(seen()).toBe(before);
      const once = seen();
      refusal(person, command);
      expect(seen()).toBe(once);
    }
  }));

test('no event, state or refusal holds a personal value', () =>
  law((life) => {
    const person = aPerson();
    const refusals = life.map((command) => refusal(person, command));
    const told = [
      person.news,
      person.version > 0 && person.state,
      refusals.map((refusal) => [refusal?.message, refusal?.params]),
    ];
    expect(JSON.stringify(told)).not.toMatch(PERSONAL);
  }));

test('erased is the end, merged is closed until it is undone or erased, and nobody guards or survives themselves', () =>
  law((life) => {
    const { news } = live(life);
    news.forEach((event, index) => {
      const before = news.slice(0, index).map(({ type }) => type);
      expect(before).not.toContain('PersonErased');
      if (before.at(-1) === 'PersonMerged') expect(['MergeUndone', 'PersonErased']).toContain(event.type);
      if (event.type === 'PersonMerged') expect(event.into).not.toBe(PERSON);
      if (event.type === 'GuardianAppointed') expect(event.guardianId).not.toBe(PERSON);
    });
  }));

test('stage, link and personal values agree; a household is left before the next is joined', () =>
  law((life) => {
    const person = live(life);
    if (person.version === 0) return;
    const { stage, mergedInto: link } = person.state;
    if (stage !== 'erased') expect(stage === 'merged').toBe(link !== undefined);
    expect(person.personalOrNothing === undefined).toBe(stage === 'erased');
    const households = person.news.filter(({ type }) => type.startsWith('Household')).map(({ type }) => type);
    households.forEach((type, index) =>
      expect(type).toBe(index % 2 === 0 ? 'HouseholdJoined' : 'HouseholdLeft'),
    );
  }));
