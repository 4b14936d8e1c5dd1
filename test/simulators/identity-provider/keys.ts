import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const ALGORITHM = 'ES256';

/** The private keys of this checkout, made when they are first needed. Of two who make them at once, the first counts. */
export async function keysIn(file: string): Promise<{ keys: JWK[] }> {
  if (!existsSync(file)) await make(file);
  return JSON.parse(readFileSync(file, 'utf8')) as { keys: JWK[] };
}

async function make(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const kid = `development-${Date.now()}`;
  const keys = [{ ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' }];
  const whole = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(whole, JSON.stringify({ keys }), { mode: 0o600 });
  try {
    linkSync(whole, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(whole);
  }
}
