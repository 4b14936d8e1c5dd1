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
  tokens: Readonly<Record<'clinic' | 'officer' | 'clinician', string>>;
  laboratory: Readonly<{ apiKey: string; webhookSecret: string }>;
  sms: Readonly<{ apiKey: string; apiSecret: string; webhookSecret: string }>;
  registry: Readonly<{ apiKey: string }>;
  /** Of the systems that came later, by name. */
  partners: Readonly<Record<LaterPartner, Readonly<{ apiKey: string; webhookSecret: string }>>>;
  /** Keys of the personal values. Without them nobody can read them again. */
  personal: Readonly<{ keys: string; indexKey: string }>;
}>;

/** Random credentials for this checkout, made once. The officer's token also stands alone, for commands to read. */
export function credentials(dataDir: string): Credentials {
  const file = join(dataDir, 'credentials.json');
  const key32 = (): string => randomBytes(32).toString('base64');
  const personal = { keys: `k1=${key32()}`, indexKey: key32() };
  const secret = (): string => randomBytes(24).toString('hex');
  const partners = Object.fromEntries(
    LATER_PARTNERS.map((name) => [name, { apiKey: secret(), webhookSecret: secret() }]),
  ) as Credentials['partners'];
  if (existsSync(file)) {
    // A checkout from before there were such keys gets them now.
    const known = JSON.parse(readFileSync(file, 'utf8')) as Omit<Credentials, 'personal' | 'partners'>;
    return 'personal' in known && 'partners' in known
      ? (known as Credentials)
      : written(file, { personal, partners, ...known });
  }
  const made: Credentials = {
    tokens: { clinic: secret(), officer: secret(), clinician: secret() },
    laboratory: { apiKey: secret(), webhookSecret: secret() },
    sms: { apiKey: secret(), apiSecret: secret(), webhookSecret: secret() },
    registry: { apiKey: secret() },
    partners,
    personal,
  };
  mkdirSync(dataDir, { recursive: true });
  written(file, made);
  writeFileSync(join(dataDir, 'api-token'), made.tokens.officer, { mode: 0o600 });
  return made;
}

function written(file: string, made: Credentials): Credentials {
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
