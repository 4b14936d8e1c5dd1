import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BROKEN_BUILDS } from '../../../tools/chaos/prove/broken-builds.ts';
import { replaced } from '../../../tools/chaos/prove/patched-copy.ts';
import { ROOT } from '../../../tools/launcher/settings.ts';

/** `npm run chaos -- --prove` runs them; here only that they still fit the code, or they would prove nothing. */
describe('the builds that are broken on purpose', () => {
  test('are those that the oracle has to catch', () => {
    expect(BROKEN_BUILDS.map(({ name }) => name)).toEqual([
      'no key',
      'key with the attempt number in it',
      'acknowledge before commit',
      'no inbox',
      'outbox after commit',
      'no time to settle',
      'an isolation stays with the old district',
    ]);
  });

  test.each(BROKEN_BUILDS.map((build) => [build.name, build] as const))(
    '%s: each place that is replaced stands once in its file',
    (_name, { replacements }) => {
      for (const replacement of replacements) {
        const text = readFileSync(join(ROOT, replacement.file), 'utf8');
        expect(replaced(text, replacement)).not.toBe(text);
      }
    },
  );

  test.each([
    ['gone', 'const other = 1;'],
    ['there twice', 'const key = 1; const key = 1;'],
  ])('a place that is %s is told', (_how, text) => {
    const place = { file: 'file.ts', from: 'const key = 1;', to: '' };
    expect(() => replaced(text, place)).toThrow('file.ts');
  });
});
