import { EFFECTS, type EffectName } from './effects-catalogue.ts';
import { crashPoint } from './ports/crash-points.ts';
import type { EffectLog, EffectOwner } from './ports/effect-log.ts';
import { ExternalSystemRefused } from './ports/external-system.ts';

export type Effect = Readonly<{ name: EffectName; key: string; owner: EffectOwner }>;

/**
 * Intent, call, result. A partner that knows our key is asked again with the same key after a crash: exactly once by
 * key. One that does not (`find` given) is first asked whether it has the effect already.
 * @returns the partner's reference
 * @throws TypeError for a key that is not of the catalogue's shape
 */
export async function effect(
  log: EffectLog,
  { name, key, owner }: Effect,
  call: () => Promise<string>,
  find?: () => Promise<string | undefined>,
): Promise<string> {
  const { system, key: shape } = EFFECTS[name];
  if (!shape.test(key)) throw new TypeError(`not a key of ${name}: ${key}`);
  const standing = await log.intend({ name, key, system, owner });
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

/**
 * An effect that is owed no more. Where it was attempted and nobody knows with what result, the partner is asked, so
 * that no intent stays open.
 */
export async function callOff(
  log: EffectLog,
  key: string,
  find: () => Promise<string | undefined>,
): Promise<void> {
  if (!(await log.isUnsettled(key))) return;
  const reference = await find();
  await (reference === undefined ? log.refuse(key, 'called-off') : log.settle(key, reference));
}
