import { describe, expect, test } from '@jest/globals';
import { Test, type TestCommand } from '../../../domain/diagnostic-testing/test/test.ts';
import {
  Isolation,
  type IsolationCommand,
} from '../../../domain/isolation-management/isolation/isolation.ts';
import { BirthDate } from '../../../domain/patient-management/person/birth-date.ts';
import { Person } from '../../../domain/patient-management/person/person.ts';
import { PersonName } from '../../../domain/patient-management/person/person-name.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { caseId, isolationId } from '../../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { specimenId } from '../../../domain/shared-kernel/specimen-id.ts';
import { CASE, day, PERSON, TEST } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const by = { by: 'officer', at: day(3) };
const OTHER = caseId('01900000-0000-7000-8000-00000000000f');

describe('a test', () => {
  const ordered = (purpose: 'diagnostic' | 'release' = 'diagnostic'): TestCommand => ({
    type: 'OrderTest',
    caseId: CASE,
    purpose,
    sequence: 1,
    specimenId: specimenId('S-1'),
    ...by,
  });
  const resulted = (more: Partial<Extract<TestCommand, { type: 'RecordTestResult' }>> = {}): TestCommand => ({
    type: 'RecordTestResult',
    result: 'positive',
    ...by,
    ...more,
  });
  const aTest = () => Test.unordered(TEST);
  test('is ordered once', () => {
    given(aTest()).when(ordered()).thenRaises({ type: 'TestOrdered', specimenId: 'S-1' });
    given(aTest(), ordered()).when(ordered()).thenRefused('test/already-ordered');
  });
  test('of a diagnosis establishes the infection status; for release it does not', () => {
    given(aTest(), ordered())
      .when(resulted())
      .thenRaises({ type: 'InfectionStatusEstablished', result: 'positive', caseId: CASE });
    given(aTest(), ordered('release'))
      .when(resulted())
      .thenRaises({ type: 'ReleaseTestResulted', result: 'positive' });
  });
  test('the same result again is quiet, another one is refused', () => {
    given(aTest(), ordered(), resulted()).when(resulted()).thenQuiet();
    given(aTest(), ordered(), resulted())
      .when(resulted({ result: 'negative' }))
      .thenRefused('test/result-contradicts-earlier');
  });
  test('another case’s or another specimen’s result is refused', () => {
    given(aTest(), ordered())
      .when(resulted({ caseId: OTHER }))
      .thenRefused('test/belongs-to-another-case');
    given(aTest(), ordered())
      .when(resulted({ specimenId: specimenId('S-2') }))
      .thenRefused('test/specimen-differs');
  });
  test('without an order has no result', () => given(aTest()).when(resulted()).thenRefused('test/not-found'));
});

describe('an isolation', () => {
  const order: IsolationCommand = {
    type: 'OrderIsolation',
    caseId: CASE,
    personId: PERSON,
    district: District.of('11110'),
    ...by,
  };
  const notice: IsolationCommand = { type: 'RecordNotice', ...by };
  const end: IsolationCommand = { type: 'EndIsolation', because: 'released', ...by };
  const releaseNotice: IsolationCommand = { type: 'RecordReleaseNotice', ...by };
  const isolation = () => Isolation.unordered(isolationId('01900000-0000-7000-8000-00000000000a'));
  test('is ordered, notified, ended, and its end notified: each once', () => {
    given(isolation()).when(order).thenRaises({ type: 'IsolationOrdered' });
    given(isolation(), order).when(order).thenRefused('isolation/already-ordered');
    given(isolation(), order).when(notice).thenRaises({ type: 'IsolationNotified', caseId: CASE });
    given(isolation(), order, notice).when(notice).thenQuiet();
    given(isolation(), order, notice).when(end).thenRaises({ type: 'IsolationEnded', because: 'released' });
    given(isolation(), order, notice, end).when(end).thenQuiet();
    given(isolation(), order, notice, end).when(releaseNotice).thenRaises({ type: 'ReleaseNotified' });
    given(isolation(), order, notice, end, releaseNotice).when(releaseNotice).thenQuiet();
  });
  test('is not notified after its end, nor its end before it', () => {
    given(isolation(), order, end).when(notice).thenRefused('isolation/already-ended');
    given(isolation(), order).when(releaseNotice).thenRefused('isolation/still-running');
  });
});

describe('a person', () => {
  const register = {
    type: 'RegisterPerson',
    name: PersonName.of(' 홍  길동 '),
    birthDate: BirthDate.of('1980-02-29', LocalDate.of('2026-03-01')),
    sex: 'male',
    phone: PhoneNumber.of('010-1234-5678'),
    language: 'ko',
    district: District.of('11110'),
    ...by,
  } as const;
  test('is registered once, and no event holds a personal value', () => {
    const person = Person.unregistered(PERSON);
    given(person).when(register).thenRaises({ type: 'PersonRegistered', district: '11110' });
    expect(person.personal).toEqual({
      name: '홍 길동',
      birthDate: '1980-02-29',
      sex: 'male',
      phone: '+821012345678',
    });
    expect(JSON.stringify([person.news, person.state])).not.toMatch(/홍|1980|5678/);
    given(person).when(register).thenRefused('person/already-registered');
  });
  test.each(['', '  ', 'a\u0000b', 'x'.repeat(101)])('has no name like %p', (text) => {
    expect(() => PersonName.of(text)).toThrow(/person\/name/);
  });
  test('is not born in the future', () => {
    expect(() => BirthDate.of('2026-03-02', LocalDate.of('2026-03-01'))).toThrow('birth-date/in-the-future');
  });
});
