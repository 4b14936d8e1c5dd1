import { z } from 'zod';
import type { PersonalKeys } from './sealed-person.ts';

/** 32 bytes as base64. */
const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes as base64');

/** One key, or two while keys are changed, each with a name of its own that never changes: `k2=…,k1=…`. The first seals. */
export const masterKeys = z
  .string()
  .transform((text) =>
    text.split(',').map((entry) => {
      const at = entry.indexOf('=');
      return { id: entry.slice(0, at), secret: entry.slice(at + 1) };
    }),
  )
  .pipe(
    z
      .array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,32}$/), secret: key32 }))
      .min(1)
      .max(2),
  );

export const indexKey = key32;

/** @throws Error that names what is missing or wrong; the keys are not shown */
export function personalKeys(environment: NodeJS.ProcessEnv): PersonalKeys {
  const parsed = z.object({ PERSONAL_KEYS: masterKeys, PERSONAL_INDEX_KEY: indexKey }).safeParse(environment);
  if (parsed.success) {
    return { masterKeys: parsed.data.PERSONAL_KEYS, indexKey: parsed.data.PERSONAL_INDEX_KEY };
  }
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Keys of the personal values: ${wrong.join('; ')}. See .env.example.`);
}
