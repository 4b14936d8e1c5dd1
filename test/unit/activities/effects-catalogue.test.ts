import { describe, expect, test } from '@jest/globals';
import { EFFECTS } from '../../../activities/effects-catalogue.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const entries = Object.entries(EFFECTS);
const SYSTEMS = [
  'card-history',
  'delivery',
  'entry-log',
  'living-support',
  'payment',
  'pcr-laboratory',
  'registry',
  'sms',
  'survey',
];

describe('the catalogue of effects', () => {
  test('names systems that there are, and no other', () => {
    for (const [, { system }] of entries) expect(SYSTEMS).toContain(system);
  });

  test.each(entries)('%s has a key that no attempt and no run changes', (_name, { key }) => {
    expect(key.source).toMatch(/^\^[a-z-]+:\[0-9a-f-\]\{36\}:.+\$$/);
    expect(key.test(`case:${ID}:`)).toBe(false);
    expect(key.source).not.toMatch(/attempt-|run/);
  });

  test.each(entries)(
    '%s is sent at most once where the partner knows no key, which is the SMS gateway',
    (_name, { system, guarantee }) => {
      expect(guarantee).toBe(system === 'sms' ? 'at-most-once' : 'by-key');
    },
  );

  test('no key is of two effects', () => {
    const samples = entries.map(([name, { key }]) => [name, sampleOf(key)] as const);
    for (const [name, sample] of samples) {
      const fitting = entries.filter(([, { key }]) => key.test(sample)).map(([other]) => other);
      expect([name, fitting]).toEqual([name, [name]]);
    }
  });
});

/** A key of that shape: the first alternative, number 1, without what may be left out. */
const sampleOf = (key: RegExp): string =>
  key.source
    .replace(/^\^|\$$/g, '')
    .replaceAll('[0-9a-f-]{36}', ID)
    .replaceAll(/\([^()]*\)\?/g, '')
    .replaceAll('\\d+', '1')
    .replaceAll(/\\d\{(\d)\}/g, (_all, count: string) => '1'.repeat(Number(count)))
    .replace(/\(([^|)]+)\|[^)]*\)/g, '$1');
