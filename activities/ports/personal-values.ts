import type { PersonalValues } from '../../domain/patient-management/person/person.ts';

/**
 * Personal values as they lie in the person's row. Every text but `keyId` is base64. The values' own key is wrapped by
 * the master key `keyId`; once `wrappedKey` is null nobody can open them again.
 */
export type Sealed = Readonly<{
  v: 1;
  keyId: string;
  wrappedKey: string | null;
  iv: string;
  tag: string;
  ciphertext: string;
}>;

/** Encrypts personal values under a key of that person. A seal opens for the person it was made for, and nobody else. */
export interface PersonalVault {
  seal(personId: string, values: PersonalValues): Promise<Sealed>;
  /** @throws SealRefused */
  open(personId: string, sealed: Sealed): Promise<PersonalValues>;
}

/** Sealed values do not open: erased, changed, somebody else's, or under no live key. Holds no personal value. */
export class SealRefused extends Error {
  readonly code: 'erased' | 'malformed' | 'key-unknown' | 'does-not-open';

  constructor(code: SealRefused['code']) {
    super(code);
    this.name = 'SealRefused';
    this.code = code;
  }
}

/** Overwrites the wrapped key: what it sealed is gone for good. */
export const withoutKey = (sealed: Sealed): Sealed => ({ ...sealed, wrappedKey: null });
