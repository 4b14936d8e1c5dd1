import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { PersonalValues } from '../../../domain/patient-management/person/person.ts';
import { SealRefused, type PersonalVault, type Sealed } from '../../ports/personal-values.ts';

/** `secret`: 32 bytes as base64. `id` stands in every seal, so it never changes and is never given to another key. */
export type MasterKey = Readonly<{ id: string; secret: string }>;

const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, IV_BYTES, TAG_BYTES] = [32, 12, 16];

/**
 * AES-256-GCM under a fresh random key for every seal, which is wrapped by the master key in the same way; the person's
 * id is authenticated both times, so a row that is copied to another person does not open.
 */
export class PgPersonalVault implements PersonalVault {
  readonly #current: string;
  readonly #masters: ReadonlyMap<string, KeyObject>;

  /** One live key, or two while keys are changed: the first seals, both open. */
  constructor(masterKeys: readonly MasterKey[]) {
    const [current, other] = masterKeys;
    if (current === undefined || masterKeys.length > 2 || current.id === other?.id || current.id === '') {
      throw new TypeError('one or two master keys with ids of their own are needed');
    }
    this.#current = current.id;
    this.#masters = new Map(masterKeys.map(({ id, secret }) => [id, secretKey(secret)]));
  }

  async seal(personId: string, values: PersonalValues): Promise<Sealed> {
    return this.sealNow(personId, values);
  }

  async open(personId: string, sealed: Sealed): Promise<PersonalValues> {
    return this.openNow(personId, sealed);
  }

  /** `values`: anything that JSON holds. */
  sealNow(personId: string, values: unknown): Sealed {
    const own = randomBytes(KEY_BYTES);
    const wrapped = encrypt(this.master(this.#current), personId, own);
    const { iv, tag, ciphertext } = encrypt(own, personId, Buffer.from(JSON.stringify(values)));
    own.fill(0);
    return {
      v: 1,
      keyId: this.#current,
      wrappedKey: Buffer.concat([wrapped.iv, wrapped.tag, wrapped.ciphertext]).toString('base64'),
      iv: iv.toString('base64'),
      tag: tag.toString('base64'),
      ciphertext: ciphertext.toString('base64'),
    };
  }

  /** @throws SealRefused */
  openNow<Values = PersonalValues>(personId: string, sealed: Sealed): Values {
    if (sealed.wrappedKey === null) throw new SealRefused('erased');
    if ((sealed.v as unknown) !== 1) throw new SealRefused('malformed');
    const wrapped = bytes(sealed.wrappedKey, IV_BYTES + TAG_BYTES + KEY_BYTES);
    const own = decrypt(this.master(sealed.keyId), personId, {
      iv: wrapped.subarray(0, IV_BYTES),
      tag: wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
      ciphertext: wrapped.subarray(IV_BYTES + TAG_BYTES),
    });
    const opened = decrypt(own, personId, {
      iv: bytes(sealed.iv, IV_BYTES),
      tag: bytes(sealed.tag, TAG_BYTES),
      ciphertext: bytes(sealed.ciphertext),
    });
    own.fill(0);
    return valuesIn(opened) as Values;
  }

  private master(id: string): KeyObject {
    const key = this.#masters.get(id);
    if (key === undefined) throw new SealRefused('key-unknown');
    return key;
  }
}

/**
 * A column to look somebody up by without keeping the text: HMAC-SHA256 as hex, under a key for this alone. Equal texts
 * give equal columns, so normalise first: a telephone as E.164, a name by `nameKeyOf`.
 */
export function blindIndex(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}

/** @throws TypeError unless the text is 32 bytes as base64; the text is not shown */
export function secretKey(base64: string): KeyObject {
  const secret = Buffer.from(base64, 'base64');
  if (secret.length !== KEY_BYTES || secret.toString('base64') !== base64) {
    throw new TypeError('a key must be 32 bytes as base64');
  }
  return createSecretKey(secret);
}

type Box = Readonly<{ iv: Buffer; tag: Buffer; ciphertext: Buffer }>;

function encrypt(key: KeyObject | Buffer, personId: string, plain: Buffer): Box {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(personId));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ciphertext };
}

function decrypt(key: KeyObject | Buffer, personId: string, { iv, tag, ciphertext }: Box): Buffer {
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(personId));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw new SealRefused('does-not-open');
  }
}

/** Only the one canonical spelling: a changed padding bit is a change too. */
function bytes(text: unknown, length?: number): Buffer {
  if (typeof text !== 'string') throw new SealRefused('malformed');
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64') !== text || (length ?? decoded.length) !== decoded.length) {
    throw new SealRefused('malformed');
  }
  return decoded;
}

/** A parser's own error would quote what it read. */
function valuesIn(opened: Buffer): unknown {
  try {
    return JSON.parse(opened.toString('utf8'));
  } catch {
    throw new SealRefused('malformed');
  }
}
