import { describe, expect, test } from '@jest/globals';
import { dayIn, formatOf } from '../../../domain/bulk-work/column-map/day-formats.ts';
import { KNOWN_HEADINGS, headingKeyOf } from '../../../domain/bulk-work/column-map/known-headings.ts';
import { meaningOf } from '../../../domain/bulk-work/column-map/known-words.ts';
import { suggestedMap } from '../../../domain/bulk-work/column-map/suggestion.ts';
import { InvalidValue } from '../../../domain/shared-kernel/domain-error.ts';
import { fittingMap } from '../../../domain/bulk-work/column-map/column-map.ts';

describe('a day', () => {
  test.each([
    ['2020-01-22', '2020-01-22'],
    ['2020-01-22T00:00:00.000Z', '2020-01-22'],
    ['2020. 1. 3.', '2020-01-03'],
    ['2020.01.22', '2020-01-22'],
    ['2020/1/22', '2020-01-22'],
    ['20200122', '2020-01-22'],
    ['1/22/2020', 'malformed'],
    ['2020-02-30', 'malformed'],
    ['2020-1-2', 'malformed'],
    ['yesterday', 'malformed'],
  ])('%s without a format is %s', (text, day) => expect(String(dayIn(text))).toBe(day));
  test('is read as the map says, and not otherwise', () => {
    expect(String(dayIn(' 1/2/2020 ', 'M/D/YYYY'))).toBe('2020-01-02');
    expect(String(dayIn('1/2/2020', 'D/M/YYYY'))).toBe('2020-02-01');
    expect(dayIn('2020-01-02', 'M/D/YYYY')).toBe('malformed');
    expect(dayIn('  ', 'M/D/YYYY')).toBeUndefined();
  });
  test('has a format of its own where all cells agree on one', () => {
    expect(formatOf(['1/22/2020', '', '2/3/2020'])).toBe('M/D/YYYY');
    expect(formatOf(['22/1/2020', '2/3/2020'])).toBe('D/M/YYYY');
    expect(formatOf(['1/22/2020', '2/3/2020', '2/23/2020', '2/4/2020', '13/40/2020'])).toBe('M/D/YYYY');
    expect(formatOf(['1/22/2020', '2/23/2020', 'soon'])).toBeUndefined(); // too many are none
    expect(formatOf(['1/2/2020', '2/3/2020'])).toBeUndefined(); // either
    expect(formatOf(['22/1/2020', '1/22/2020'])).toBeUndefined(); // neither
    expect(formatOf(['2020-01-02', '20200102'])).toBeUndefined(); // needs none
    expect(formatOf(['', ''])).toBeUndefined();
  });
});

describe('a word', () => {
  test.each([
    ['sex', '남', 'male'],
    ['sex', ' 여성 ', 'female'],
    ['sex', 'M', 'male'],
    ['sex', 'LNG_REFERENCE_DATA_CATEGORY_GENDER_FEMALE', 'female'],
    ['state', '격리중', 'isolated'],
    ['state', 'RECOVERED', 'released'],
    ['state', 'LNG_REFERENCE_DATA_CATEGORY_OUTCOME_DECEASED', 'deceased'],
    ['nationality', 'Korea', 'KR'],
    ['language', '베트남어', 'vi'],
    ['sex', '1', undefined],
    ['state', 'constructor', undefined],
  ] as const)('%s %s means %s', (field, word, meaning) => expect(meaningOf(field, word)).toBe(meaning));
  test('of the list comes before what everybody says', () => {
    expect(meaningOf('sex', '1', { '1': 'male' })).toBe('male');
    expect(meaningOf('sex', 'M', { m: 'female' })).toBe('female');
  });
});

describe('a suggestion', () => {
  test.each([
    [
      'Korean',
      ['연번', '성명', '연락처', '생년월일', '확진 일자', '성별', '시도', '시군구', '비고'],
      ['비고'],
    ],
    [
      'other Korean lists',
      ['번호', '성함', '휴대전화번호', '생일', '확진 날짜', '증상 시작일', '메모'],
      ['메모'],
    ],
    ['ours', ['listId', 'name', 'phone', 'dateOfBirth', 'confirmationDate'], []],
    ['the standard terms', ['List ID', 'Name', 'Phone', 'Date of birth', 'Confirmation date'], []],
    ['SORMAS', ['externalID', 'name', 'personContactDetails', 'dob', 'classificationDate', 'outcome'], []],
    ['Go.Data', ['visualId', 'name', 'addresses[0].phoneNumber', 'dob', 'dateBecomeCase', 'outcomeId'], []],
  ])('finds all that is needed under the names of %s', (_whose, headings, unused) => {
    const { missing, unused: left } = suggestedMap(headings);
    expect([missing.live, left]).toEqual([[], unused]);
  });
  test('says what is missing, and reads days by the first lines', () => {
    const { map, missing } = suggestedMap(
      ['patient_id', 'age', 'date_of_birth', 'symptom_onset', 'confirmed_date', 'infected_by'],
      [['1', '50s', '12/31/1980', '1/22/2020', '2020-01-23', '']],
    );
    expect(map).toEqual({
      columns: {
        listId: 'patient_id',
        infectedBy: 'infected_by',
        dateOfBirth: 'date_of_birth',
        age: 'age',
        dateOfSymptomOnset: 'symptom_onset',
        confirmationDate: 'confirmed_date',
      },
      days: { dateOfBirth: 'M/D/YYYY', dateOfSymptomOnset: 'M/D/YYYY' },
    });
    expect(missing).toEqual({ live: ['name', 'phone'], past: [] });
  });
  test('takes a heading for one field only', () => {
    const keys = Object.entries(KNOWN_HEADINGS).flatMap(([field, names]) =>
      [...new Set(names.map(headingKeyOf))].map((key) => ({ key, field })),
    );
    const twice = keys.filter(({ key }, at) => keys.findIndex((one) => one.key === key) !== at);
    expect(twice).toEqual([]);
  });
});

test('a map whose columns the list has not is refused, with all that is missing', () => {
  const map = { columns: { listId: 'id', confirmationDate: '확진일', sex: '성' } };
  const refused = () => fittingMap(map, ['id', '성명'], 'past');
  expect(refused).toThrow(InvalidValue);
  try {
    refused();
  } catch (error) {
    expect((error as InvalidValue).params).toEqual({ columns: 'confirmationDate, 확진일, 성' });
  }
  expect(fittingMap(map, ['id', '성', '확진일'], 'past')).toBe(map);
});
