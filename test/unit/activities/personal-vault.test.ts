import { createHmac, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  blindIndex,
  PgPersonalVault,
  secretKey,
} from '../../../activities/adapters/postgres/personal-vault.pg.ts';
import { SealRefused, withoutKey, type Sealed } from '../../../activities/ports/personal-values.ts';
import type { PersonalValues } from '../../../domain/patient-management/person/person.ts';

const secret = () => randomBytes(32).toString('base64');
const OLD = { id: '2025b', secret: secret() };
const NEW = { id: '2026a', secret: secret() };
const PERSON = '01900000-0000-7000-8000-000000000002';
const OTHER = '01900000-0000-7000-8000-000000000003';
const VALUES = {
  name: '홍길동',
  birthDate: '1980-02-29',
  sex: 'male',
  phone: '+821012345678',
  nationality: 'KR',
  addressLines: ['세종대로 209', '101동 1203호'],
} as const satisfies PersonalValues;
const vault = new PgPersonalVault([OLD]);

const refusal = (sealed: Sealed, personId = PERSON, from = vault): SealRefused => {
  try {
    from.openNow(personId, sealed);
  } catch (error) {
    expect(error).toBeInstanceOf(SealRefused);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/홍|1980|5678|세종|1203/);
    return error as SealRefused;
  }
  throw new Error('it opened');
};

describe('a seal', () => {
  test('opens for its person, now or by promise', async () => {
    expect(vault.openNow(PERSON, vault.sealNow(PERSON, VALUES))).toEqual(VALUES);
    expect(await vault.open(PERSON, await vault.seal(PERSON, VALUES))).toEqual(VALUES);
    await expect(vault.open(OTHER, vault.sealNow(PERSON, VALUES))).rejects.toThrow('does-not-open');
  });
  test('opens to what went in, whatever that was, after a way through JSON', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.uuid(), (name, personId) => {
        const stored = JSON.parse(JSON.stringify(vault.sealNow(personId, { ...VALUES, name }))) as Sealed;
        expect(vault.openNow(personId, stored).name).toBe(name);
      }),
      { numRuns: 200 },
    ));
  test('shows no value, and two of the same values share nothing but version and key id', () => {
    const [one, two] = [vault.sealNow(PERSON, VALUES), vault.sealNow(PERSON, VALUES)];
    const all = Buffer.from(one.ciphertext, 'base64').toString('latin1') + JSON.stringify(one);
    expect(all).not.toMatch(/홍|1980|5678|male/);
    for (const part of ['wrappedKey', 'iv', 'tag', 'ciphertext'] as const) {
      expect(one[part]).not.toBe(two[part]);
    }
  });
  test('does not open for another person, nor with the parts of another seal', () => {
    const [one, theirs] = [vault.sealNow(PERSON, VALUES), vault.sealNow(OTHER, VALUES)];
    expect(refusal(one, OTHER).code).toBe('does-not-open');
    expect(refusal({ ...one, wrappedKey: theirs.wrappedKey }).code).toBe('does-not-open');
    const { ciphertext, iv, tag } = vault.sealNow(PERSON, VALUES);
    expect(refusal({ ...one, ciphertext, iv, tag }).code).toBe('does-not-open');
  });
  test('does not open without its key', () => {
    const gone = withoutKey(vault.sealNow(PERSON, VALUES));
    expect(gone.wrappedKey).toBeNull();
    expect(refusal(gone).code).toBe('erased');
  });
  test.each(['wrappedKey', 'iv', 'tag', 'ciphertext'] as const)(
    'with any byte of %s changed, missing or added is refused',
    (part) => {
      const sealed = vault.sealNow(PERSON, VALUES);
      const bytes = Buffer.from(String(sealed[part]), 'base64');
      const changed = (other: Buffer): Sealed => ({ ...sealed, [part]: other.toString('base64') });
      for (let index = 0; index < bytes.length; index += 1) {
        for (const bit of [1, 128]) {
          const flipped = Buffer.from(bytes);
          flipped[index] = (flipped[index] ?? 0) ^ bit;
          refusal(changed(flipped));
        }
      }
      refusal(changed(bytes.subarray(0, -1)));
      refusal(changed(bytes.subarray(0, 4)));
      refusal(changed(Buffer.concat([bytes, Buffer.alloc(1)])));
      refusal(changed(Buffer.alloc(0)));
    },
  );
  test.each(['keyId', 'wrappedKey', 'iv', 'tag', 'ciphertext'] as const)(
    'with any character of %s changed is refused, the padding too',
    (part) => {
      const sealed = vault.sealNow(PERSON, VALUES);
      const text = String(sealed[part]);
      for (let index = 0; index < text.length; index += 1) {
        for (const character of ['A', 'B', 'R', '=', '-', ' ']) {
          if (text[index] === character) continue;
          const other = text.slice(0, index) + character + text.slice(index + 1);
          expect(['malformed', 'key-unknown', 'does-not-open']).toContain(
            refusal({ ...sealed, [part]: other }).code,
          );
        }
      }
    },
  );
  test('of another shape is malformed', () => {
    const sealed = vault.sealNow(PERSON, VALUES);
    expect(refusal({ ...sealed, v: 2 } as unknown as Sealed).code).toBe('malformed');
    expect(refusal({ ...sealed, iv: undefined } as unknown as Sealed).code).toBe('malformed');
    expect(refusal({} as unknown as Sealed).code).toBe('malformed');
  });
});

describe('master keys', () => {
  test('are changed by putting the next one first: what was sealed before still opens', () => {
    const before = vault.sealNow(PERSON, VALUES);
    const both = new PgPersonalVault([NEW, OLD]);
    expect(both.openNow(PERSON, before)).toEqual(VALUES);
    const after = both.sealNow(PERSON, VALUES);
    expect([before.keyId, after.keyId]).toEqual(['2025b', '2026a']);
    expect(refusal(after).code).toBe('key-unknown');
    const last = new PgPersonalVault([NEW]);
    expect(last.openNow(PERSON, after)).toEqual(VALUES);
    expect(refusal(before, PERSON, last).code).toBe('key-unknown');
  });
  test('with the same id and another secret open nothing, and an id cannot be exchanged', () => {
    const sealed = vault.sealNow(PERSON, VALUES);
    const wrong = new PgPersonalVault([{ id: OLD.id, secret: secret() }]);
    expect(refusal(sealed, PERSON, wrong).code).toBe('does-not-open');
    const both = new PgPersonalVault([NEW, OLD]);
    expect(refusal({ ...sealed, keyId: NEW.id }, PERSON, both).code).toBe('does-not-open');
  });
  test('are one or two, of 32 bytes, each with its own id', () => {
    const third = { id: 'third', secret: secret() };
    for (const keys of [[], [NEW, OLD, third], [OLD, { ...NEW, id: OLD.id }], [{ ...NEW, id: '' }]]) {
      expect(() => new PgPersonalVault(keys)).toThrow(TypeError);
    }
    for (const bad of ['', 'short', randomBytes(31).toString('base64'), `${NEW.secret} `, 'x'.repeat(44)]) {
      expect(() => new PgPersonalVault([{ id: 'bad', secret: bad }])).toThrow(
        'a key must be 32 bytes as base64',
      );
    }
  });
  test('are not shown by looking at the vault', () => {
    const shown = inspect(new PgPersonalVault([NEW, OLD]), { depth: 9, showHidden: true });
    for (const { secret: base64 } of [NEW, OLD]) {
      expect(shown).not.toContain(base64);
      expect(shown).not.toContain(Buffer.from(base64, 'base64').toString('hex').slice(0, 12));
    }
  });
});

describe('a blind index', () => {
  const [key, other] = [secret(), secret()];
  test('is the keyed hash of the text, the same every time', () => {
    const expected = createHmac('sha256', Buffer.from(key, 'base64')).update(VALUES.phone).digest('hex');
    expect(blindIndex(secretKey(key), VALUES.phone)).toBe(expected);
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
  });
  test('differs by text and by key', () => {
    const index = blindIndex(secretKey(key), VALUES.phone);
    expect(blindIndex(secretKey(key), '+821012345679')).not.toBe(index);
    expect(blindIndex(secretKey(other), VALUES.phone)).not.toBe(index);
  });
});
