import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Systems that take one key and sign their messages. */
export const LATER_PARTNERS = [
  'payment',
  'delivery',
  'entry-log',
  'card-history',
  'living-support',
  'survey',
] as const;
export type LaterPartner = (typeof LATER_PARTNERS)[number];

export type Credentials = Readonly<{
  /** What the development identity provider asks for. */
  identity: Readonly<{ secret: string }>;
  laboratory: Readonly<{ apiKey: string; webhookSecret: string }>;
  sms: Readonly<{ apiKey: string; apiSecret: string; webhookSecret: string }>;
  registry: Readonly<{ apiKey: string }>;
  /** Of the systems that came later, by name. */
  partners: Readonly<Record<LaterPartner, Readonly<{ apiKey: string; webhookSecret: string }>>>;
  /** Keys of the personal values. Without them nobody can read them again. */
  personal: Readonly<{ keys: string; indexKey: string }>;
}>;

/** Random credentials for this checkout, made once. */
export function credentials(dataDir: string): Credentials {
  const file = join(dataDir, 'credentials.json');
  const key32 = (): string => randomBytes(32).toString('base64');
  const personal = { keys: `k1=${key32()}`, indexKey: key32() };
  const secret = (): string => randomBytes(24).toString('hex');
  const partners = Object.fromEntries(
    LATER_PARTNERS.map((name) => [name, { apiKey: secret(), webhookSecret: secret() }]),
  ) as Credentials['partners'];
  const later = { identity: { secret: secret() }, personal, partners };
  if (existsSync(file)) {
    // A checkout from before there were such keys gets them now.
    const known = JSON.parse(readFileSync(file, 'utf8')) as Omit<Credentials, keyof typeof later>;
    return Object.keys(later).every((name) => name in known)
      ? (known as Credentials)
      : written(file, { ...later, ...known });
  }
  mkdirSync(dataDir, { recursive: true });
  return written(file, {
    ...later,
    laboratory: { apiKey: secret(), webhookSecret: secret() },
    sms: { apiKey: secret(), apiSecret: secret(), webhookSecret: secret() },
    registry: { apiKey: secret() },
  });
}

function written(file: string, made: Credentials): Credentials {
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
