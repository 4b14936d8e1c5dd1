import { expect, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import { beginningsOf, commonBeginnings } from '../../../domain/shared-kernel/districts/beginnings.ts';
import { FEED_READERS } from '../../../domain/exchange/webhook-subscription/feed-readers.ts';
import { MATRIX } from '../../../api/access/matrix.ts';
import { mayIn } from '../../../api/access/staff.ts';

test.each([
  // Gangwon and Jeonbuk got a new number, Gwangju and Jeonnam became one.
  [['51'], ['51', '42']],
  [['42'], ['42', '51']],
  [['52110'], ['52110', '45110']],
  [['45110'], ['45110', '52110']],
  [['12'], ['12', '29', '46']],
  [['12210'], ['12210', '29110']],
  // Gunwi went from Gyeongbuk to Daegu: what was stored under its former code is Daegu’s too.
  [['27'], ['27', '47720']],
  [['47720'], ['47720', '27720']],
  [['47'], ['47']],
  // Incheon’s Jung-gu was split: both answer for what was stored before, and nothing follows for a token of then.
  [['28125'], ['28125', '28110', '28140']],
  [['28155'], ['28155', '28110']],
  [['28110'], ['28110']],
  [['11110', '11'], ['11']],
  [['11110', '00'], ['']],
  [[], []],
])('%j is responsible for what begins with %j', (jurisdictions, beginnings) => {
  expect([...beginningsOf(jurisdictions)].sort()).toEqual([...beginnings].sort());
});

test('a former province is that of its districts: Gwangju of five, not of all that it became part of', () => {
  const gwangju = beginningsOf(['29']);
  expect(gwangju).toHaveLength(6);
  expect(gwangju).toContain('12210');
  expect(gwangju).not.toContain('12');
});

test('a token of before meets what is stored today, and one of today what was stored before', () => {
  const staff = (jurisdiction: string) => ({
    id: 'kim',
    roles: ['patient-manager'] as const,
    jurisdictions: [jurisdiction],
  });
  for (const [token, district] of [
    ['42110', '51110'],
    ['51110', '42110'],
    ['46', '12110'],
    ['12110', '46110'],
  ] as const)
    expect([token, mayIn(staff(token), 'case:read', district)]).toEqual([token, true]);
  expect(mayIn(staff('42110'), 'case:read', '51130')).toBe(false);
});

test('who is told of events is who may read them', () => {
  expect(MATRIX['events:read']).toEqual(FEED_READERS);
});

test('what begins today is called as its district is today', () => {
  expect(['42110', '51110', '28110'].map((code) => District.today(code).code)).toEqual([
    '51110',
    '51110',
    '28110',
  ]);
  expect(() => District.today('99999')).toThrow('district/unknown');
});

test('what lies within both of two lists, none within another', () => {
  expect(commonBeginnings(['11', '26440'], ['11110', '26'])).toEqual(['11110', '26440']);
  expect(commonBeginnings([''], ['11', '11110', '26'])).toEqual(['11', '26']);
  expect(commonBeginnings(['11'], [])).toEqual([]);
});
