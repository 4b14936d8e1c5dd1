import { expect, test } from '@jest/globals';
import { forPeople } from '../../../api/words.ts';

test('a moment is told in Seoul’s time, whether it comes as text or as the store’s driver gives it', () => {
  const at = '2026-11-22T15:00:00.123Z';
  const told = '2026-11-23T00:00:00+09:00';
  expect(forPeople({ items: [{ at, takenAt: new Date(at), day: '2026-11-22', none: null }] })).toEqual({
    items: [{ at: told, takenAt: told, day: '2026-11-22', none: null }],
  });
});
