import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from './stack.ts';
import type { Say } from './steps.ts';

/** Whoever goes through the README's first case. */
const ACCOUNT = 'patient-manager+supervisor-11110';
/** Half of a token's life. */
const RENEWED_EVERY_MILLISECONDS = 4 * 3_600_000;

/** A token in a file, for commands to read; while this process runs it is never out of date. */
export async function keepFirstToken(stack: Pick<Stack, 'tokenOf' | 'settings'>, say: Say) {
  const file = join(stack.settings.dataDir, 'api-token');
  const renew = async (): Promise<void> => writeFileSync(file, await stack.tokenOf(ACCOUNT), { mode: 0o600 });
  await renew();
  setInterval(() => {
    renew().catch((error: unknown) =>
      say(`[!!] ${file}: ${error instanceof Error ? error.message : String(error)}`),
    );
  }, RENEWED_EVERY_MILLISECONDS).unref();
  return { account: ACCOUNT, file };
}
