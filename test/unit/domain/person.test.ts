import { describe, expect, test } from '@jest/globals';
import { LanguageTag } from '../../../domain/patient-management/person/language-tag.ts';
import { Nationality } from '../../../domain/patient-management/person/nationality.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { PersonName } from '../../../domain/patient-management/person/person-name.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { PERSON } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  addressIn,
  aPerson,
  bornOn,
  correctedTo,
  EVERY,
  GUARDIAN,
  guardedBy,
  HOUSEHOLD,
  joined,
  left,
  mergedInto,
  movedTo,
  OTHER_GUARDIAN,
  OTHER_HOUSEHOLD,
  reachedBy,
  registered,
  unguarded,
} from '../../support/person-fixtures.ts';

describe('registration', () => {
  test('may say nationality, language and address; no event holds one', () => {
    const person = aPerson();
    const more = {
      nationality: Nationality.of('VN'),
      preferredLanguage: LanguageTag.of('vi'),
      address: addressIn('11110', '세종대로 209'),
    };
    given(person).when(registered(more)).thenRaises({ type: 'PersonRegistered', district: '11110', v: 1 });
    expect(person.personal).toEqual({
      name: '홍길동',
      birthDate: '2010-05-05',
      sex: 'male',
      phone: '+821012345678',
      nationality: 'VN',
      preferredLanguage: 'vi',
      addressLines: ['세종대로 209'],
    });
    expect(JSON.stringify([person.news, person.state])).not.toMatch(/홍|2010|5678|VN|vi|세종/);
  });
  test('with an address elsewhere is refused, and nothing is kept', () => {
    const person = aPerson();
    given(person)
      .when(registered({ address: addressIn('26110', '중앙대로 1') }))
      .thenRefused('person/address-in-another-district');
    expect(person.personalOrNothing).toBeUndefined();
    expect(person.version).toBe(0);
  });
  test('comes first, and once', () => {
    for (const command of EVERY) given(aPerson()).when(command).thenRefused('person/not-found');
    given(aPerson(), registered()).when(registered()).thenRefused('person/already-registered');
    expect(() => aPerson().personal).toThrow('person/not-found');
  });
});

describe('correction', () => {
  test('names the fields that changed, in a fixed order, and holds no value', () => {
    const person = aPerson();
    given(person, registered())
      .when(
        correctedTo({
          phone: PhoneNumber.of('010-9999-0000'),
          name: PersonName.of('홍길순'),
          sex: 'male',
          birthDate: bornOn('2011-06-06'),
          nationality: Nationality.of('KR'),
          preferredLanguage: LanguageTag.of('ko'),
        }),
      )
      .thenRaises({
        type: 'PersonalValuesCorrected',
        fields: ['name', 'birthDate', 'phone', 'nationality', 'preferredLanguage'],
      });
    expect(person.personal).toEqual({
      name: '홍길순',
      birthDate: '2011-06-06',
      sex: 'male',
      phone: '+821099990000',
      nationality: 'KR',
      preferredLanguage: 'ko',
    });
    expect(JSON.stringify(person.news)).not.toMatch(/홍|2011|0000"|KR/);
  });
  test('of the language of texts is part of the state', () => {
    const person = aPerson();
    given(person, registered())
      .when(correctedTo({ language: 'en', sex: 'female' }))
      .thenRaises({ type: 'PersonalValuesCorrected', fields: ['sex', 'language'], language: 'en' });
    expect(person.state.language).toBe('en');
    given(person)
      .when(correctedTo({ sex: 'male' }))
      .thenRaises({ fields: ['sex'] });
    expect(person.state.language).toBe('en');
  });
  test('to what it is already is quiet', () => {
    given(aPerson(), registered())
      .when(correctedTo({ sex: 'male', language: 'ko' }))
      .thenQuiet();
    given(aPerson(), registered()).when(correctedTo({})).thenQuiet();
  });
});

describe('moving', () => {
  test('tells the district and keeps the lines to itself', () => {
    const person = aPerson();
    given(person, registered()).when(movedTo()).thenRaises({ type: 'PersonMoved', district: '26110' });
    expect(person.state.district).toBe('26110');
    expect(person.personal.addressLines).toEqual(['세종대로 209', '101동 1203호']);
    expect(JSON.stringify(person.news)).not.toMatch(/세종|1203/);
  });
  test('within the district is told too; to the same address it is quiet', () => {
    given(aPerson(), registered(), movedTo())
      .when(movedTo('26110', '중앙대로 1'))
      .thenRaises({ type: 'PersonMoved', district: '26110' });
    given(aPerson(), registered(), movedTo()).when(movedTo()).thenQuiet();
  });
});

test('the preferred channel changes, and the same one again is quiet', () => {
  given(aPerson(), registered())
    .when(reachedBy('sms'))
    .thenRaises({ type: 'PreferredChannelChanged', channel: 'sms' });
  given(aPerson(), registered(), reachedBy('app')).when(reachedBy('app')).thenQuiet();
  given(aPerson(), registered(), reachedBy('app')).when(reachedBy('post')).thenRaises({ channel: 'post' });
});

describe('a household', () => {
  test('is joined, and another one only after it was left', () => {
    given(aPerson(), registered())
      .when(joined())
      .thenRaises({ type: 'HouseholdJoined', householdId: HOUSEHOLD });
    given(aPerson(), registered(), joined()).when(joined()).thenQuiet();
    given(aPerson(), registered(), joined())
      .when(joined(OTHER_HOUSEHOLD))
      .thenRefused('household/member-of-another');
    given(aPerson(), registered(), joined(), left())
      .when(joined(OTHER_HOUSEHOLD))
      .thenRaises({ householdId: OTHER_HOUSEHOLD });
  });
  test('is left by its members only', () => {
    given(aPerson(), registered(), joined())
      .when(left())
      .thenRaises({ type: 'HouseholdLeft', householdId: HOUSEHOLD });
    given(aPerson(), registered(), joined(), left()).when(left()).thenQuiet();
    given(aPerson(), registered(), joined())
      .when(left(OTHER_HOUSEHOLD))
      .thenRefused('household/not-a-member');
  });
});

describe('a guardian', () => {
  test('is appointed for a minor, replaced and removed', () => {
    given(aPerson(), registered())
      .when(guardedBy())
      .thenRaises({ type: 'GuardianAppointed', guardianId: GUARDIAN });
    given(aPerson(), registered(), guardedBy()).when(guardedBy()).thenQuiet();
    given(aPerson(), registered(), guardedBy())
      .when(guardedBy(OTHER_GUARDIAN))
      .thenRaises({ type: 'GuardianAppointed', guardianId: OTHER_GUARDIAN });
    given(aPerson(), registered(), guardedBy())
      .when(unguarded)
      .thenRaises({ type: 'GuardianRemoved', guardianId: GUARDIAN });
    given(aPerson(), registered(), guardedBy(), unguarded).when(unguarded).thenQuiet();
  });
  test('is never oneself', () =>
    given(aPerson(), registered()).when(guardedBy(PERSON)).thenRefused('person/guardian-is-oneself'));
  test.each([
    ['2007-03-05', 19, true],
    ['2007-03-04', 19, false],
    ['2007-03-04', 20, true],
    ['1980-01-01', 19, false],
    ['2010-05-05', Number.NaN, false],
  ])('born %s, below %d: a minor on 2026-03-04 is %p', (birthDate, under, minor) => {
    const when = given(aPerson(), registered({ birthDate: bornOn(birthDate) })).when(
      guardedBy(GUARDIAN, under),
    );
    if (minor) when.thenRaises({ type: 'GuardianAppointed' });
    else when.thenRefused('person/not-a-minor');
  });
});

test('a person loaded from before channels, households and merges works as ever', () => {
  const person = Person.from(
    PERSON,
    {
      state: { stage: 'registered', registeredAt: '2026-03-01T03:00:00Z', district: '11110', language: 'ko' },
      version: 1,
    },
    { name: '홍길동', birthDate: '2010-05-05', sex: 'male', phone: '+821012345678' },
  );
  given(person, movedTo(), guardedBy(), joined()).when(mergedInto()).thenRaises({ type: 'PersonMerged' });
  expect(person.version).toBe(5);
});
