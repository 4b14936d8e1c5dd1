import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { stored } from '../../../activities/adapters/postgres/access-entry.ts';
import type { AccessEntry } from '../../../activities/ports/access-records.ts';
import { anAccess } from '../../support/access-entries.ts';

test('what is allowed has no problem, what is refused has its code', () => {
  expect(stored(anAccess())).toMatchObject({
    outcome: 'allowed',
    problem: null,
    staffId: 'investigator-11110',
  });
  expect(stored(anAccess({ problem: 'case/not-found' }))).toMatchObject({
    outcome: 'refused',
    problem: 'case/not-found',
  });
});

test('ids are stored as the database shows them', () => {
  const id = randomUUID();
  expect(stored(anAccess({ subjectId: id.toUpperCase() })).subjectId).toBe(id);
});

test.each<[keyof AccessEntry, unknown]>([
  ['endpoint', 'GET /people/카나리아홍'],
  ['endpoint', 'GET /people/01073141592'],
  ['endpoint', 'GET /people?name=x'],
  ['reason', '그냥 궁금해서'],
  ['subjectId', '010-7314-1592'],
  ['personId', 'hong'],
  ['subjectKind', '사람'],
  ['district', '서울'],
  ['offices', ['종로']],
  ['roles', ['조사관']],
  ['sourceAddress', 'example.org'],
  ['staffId', '홍길동'],
  ['staffId', 'a\u0000b'],
  ['problem', 'no such person: Hong'],
])('%s takes no %p', (field, value) => {
  expect(() => stored({ ...anAccess(), [field]: value })).toThrow(`${field} has not its form`);
});
