import { crashPoint } from './ports/crash-points.ts';
import type { EffectLog, EffectSystem } from './ports/effect-log.ts';
import { ExternalSystemRefused } from './ports/external-system.ts';

type Effect = Readonly<{ key: string; system: EffectSystem; caseId: string }>;

/**
 * Intent, call, result. A partner that knows our key is asked again with the same key after a crash: exactly once by
 * key. One that does not (`find` given) is first asked whether it has the effect already.
 * @returns the partner's reference
 */
export async function effect(
  log: EffectLog,
  { key, system, caseId }: Effect,
  call: () => Promise<string>,
  find?: () => Promise<string | undefined>,
): Promise<string> {
  const standing = await log.intend({ key, system, caseId });
  if (standing.status === 'done') return standing.reference;
  const earlier = standing.status === 'unknown' ? await find?.() : undefined;
  try {
    crashPoint('effect/before-call');
    const reference = earlier ?? (await call());
    crashPoint('effect/after-call');
    await log.settle(key, reference);
    crashPoint('effect/after-result');
    return reference;
  } catch (error) {
    if (error instanceof ExternalSystemRefused) await log.refuse(key, error.code);
    throw error;
  }
}
