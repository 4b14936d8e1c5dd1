import { describe, expect, test } from '@jest/globals';
import { AgeGroup } from '../../../domain/patient-management/person/age-group.ts';
import { likeness } from '../../../domain/patient-management/person/likeness.ts';
import { PersonName } from '../../../domain/patient-management/person/person-name.ts';
import { ageIn, missingIn, valuesWith } from '../../../domain/patient-management/person/personal-values.ts';
import { searchTermsOf } from '../../../domain/patient-management/person/search-terms.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { given } from '../../support/given-when-then.ts';
import { listedPerson } from '../../support/past-fixtures.ts';
import { aPerson, bornOn, correctedTo, guardedBy, registered } from '../../support/person-fixtures.ts';

const today = LocalDate.of('2026-03-04');

describe('somebody known from a list only', () => {
  test('is registered with what it tells, and nothing is made up', () => {
    const person = aPerson();
    given(person)
      .when(listedPerson())
      .thenRaises({ type: 'PersonRegistered', district: '11500', language: 'ko' });
    expect(person.personal).toEqual({ sex: 'male', ageGroup: '50s' });
    expect(missingIn(person.personal)).toEqual(['name', 'birthDate', 'phone']);
    expect(valuesWith(person.personal, ['name'])).toBeUndefined();
  });
  test('has no age group beside a birth date', () => {
    const person = aPerson();
    person.execute(listedPerson({ birthDate: bornOn('1970-05-05') }));
    expect(person.personal).toEqual({ sex: 'male', birthDate: '1970-05-05' });
  });
  test('is registered once', () => {
    given(aPerson(), listedPerson()).when(listedPerson()).thenRefused('person/already-registered');
    given(aPerson(), registered()).when(listedPerson()).thenRefused('person/already-registered');
    given(aPerson(), listedPerson()).when(registered()).thenRefused('person/already-registered');
  });
  test('is completed by corrections; a birth date takes the place of the age group', () => {
    const person = aPerson();
    const told = { name: PersonName.of('홍길동'), phone: PhoneNumber.of('010-1234-5678') };
    given(person, listedPerson())
      .when(correctedTo(told))
      .thenRaises({ type: 'PersonalValuesCorrected', fields: ['name', 'phone'] });
    expect(person.personal).toMatchObject({ name: '홍길동', ageGroup: '50s' });
    given(person)
      .when(correctedTo({ birthDate: bornOn('1970-05-05') }))
      .thenRaises({ type: 'PersonalValuesCorrected', fields: ['birthDate'] });
    expect(person.personal).not.toHaveProperty('ageGroup');
    expect(valuesWith(person.personal, ['name', 'birthDate', 'phone'])).toMatchObject({ name: '홍길동' });
  });
  test('has no age that anybody knows, so no guardian either', () => {
    expect(ageIn({ sex: 'male', ageGroup: '10s' }, today)).toBeUndefined();
    expect(ageIn({ sex: 'male', birthDate: '2010-05-05' }, today)).toBe(15);
    given(aPerson(), listedPerson()).when(guardedBy()).thenRefused('person/values-missing');
  });
  test('is found by nothing, and by each value that is told', () => {
    expect(searchTermsOf({ sex: 'male', ageGroup: '50s' })).toEqual([]);
    expect(searchTermsOf({ sex: 'male', phone: '+821012345678' })).toEqual(['phone:+821012345678']);
    expect(searchTermsOf({ sex: 'male', name: '홍길동' })).toContain('initials:ㅎㄱㄷ');
  });
  test('is like nobody: what is not told is no evidence', () => {
    const nothing = { nameKey: '', birthDate: '', phone: '', sex: 'male' } as const;
    expect(likeness(nothing, nothing)).toEqual({ score: 0.05, reasons: ['sex-same'] });
  });
});

test('an age group is ten completed years', () => {
  for (const code of ['0s', '10s', '50s', '100s']) expect(AgeGroup.of(code).code).toBe(code);
  for (const text of ['', '5s', '05s', '50', '50s ', '130s', '-10s'])
    expect(() => AgeGroup.of(text)).toThrow('person/age-group-unknown');
  expect(AgeGroup.of('50s').equals(AgeGroup.of('50s'))).toBe(true);
});
