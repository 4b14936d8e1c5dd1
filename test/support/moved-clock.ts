import type { ApiWorld } from './api-world.ts';

/** Asks as if it were so many days later, or earlier. */
export async function movedBy<Answer>(
  { uses }: Pick<ApiWorld, 'uses'>,
  days: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const { clock } = uses;
  const now = async () => new Date(Date.now() + days * 86_400_000).toISOString();
  Object.assign(uses, { clock: { ...clock, now } });
  try {
    return await ask();
  } finally {
    Object.assign(uses, { clock });
  }
}
