import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Credentials = Readonly<{
  tokens: Readonly<Record<'clinic' | 'officer' | 'clinician', string>>;
  laboratory: Readonly<{ apiKey: string; webhookSecret: string }>;
  sms: Readonly<{ apiKey: string; apiSecret: string; webhookSecret: string }>;
  registry: Readonly<{ apiKey: string }>;
}>;

/** Random credentials for this checkout, made once. The officer's token also stands alone, for commands to read. */
export function credentials(dataDir: string): Credentials {
  const file = join(dataDir, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  const secret = (): string => randomBytes(24).toString('hex');
  const made: Credentials = {
    tokens: { clinic: secret(), officer: secret(), clinician: secret() },
    laboratory: { apiKey: secret(), webhookSecret: secret() },
    sms: { apiKey: secret(), apiSecret: secret(), webhookSecret: secret() },
    registry: { apiKey: secret() },
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  writeFileSync(join(dataDir, 'api-token'), made.tokens.officer, { mode: 0o600 });
  return made;
}
