import { EFFECTS, type EffectName } from './effects-catalogue.ts';
import { crashPoint } from './ports/crash-points.ts';
import type { EffectLog, EffectOwner } from './ports/effect-log.ts';
import { ExternalSystemRefused, ExternalSystemUnavailable, wasNeverTaken } from './ports/external-system.ts';

export type Effect = Readonly<{ name: EffectName; key: string; owner: EffectOwner }>;

/** While a call without an answer may still take effect, the partner is asked for it so often. */
const ASKED_EVERY_MILLISECONDS = 5_000;

/**
 * Intent, call, result. A partner that knows our key is asked again with the same key after a crash: exactly once by
 * key. One that does not (`find` given) is first asked whether it has the effect already, and nothing is sent again
 * while what was sent may still take effect there.
 * A call without a reference found that the effect is owed no more, and it is called off.
 * @returns the partner's reference
 * @throws TypeError for a key that is not of the catalogue's shape
 */
export async function effect<Reference extends string | undefined = string>(
  log: EffectLog,
  { name, key, owner }: Effect,
  call: () => Promise<Reference>,
  find?: () => Promise<string | undefined>,
): Promise<string | Reference> {
  const { system, guarantee, key: shape } = EFFECTS[name];
  if (!shape.test(key)) throw new TypeError(`not a key of ${name}: ${key}`);
  const standing = await log.intend({ name, key, system, owner });
  if (standing.status === 'done') return standing.reference;
  const earlier = standing.status === 'unknown' ? await find?.() : undefined;
  const isOnceAtMost = guarantee === 'at-most-once';
  if (standing.status === 'unknown' && earlier === undefined) {
    const { settlesInMilliseconds: open } = standing;
    if (isOnceAtMost && open > 0) throw settling(system, open);
    await log.callAgain(key);
  }
  try {
    crashPoint('effect/before-call');
    const reference = earlier ?? (await call());
    crashPoint('effect/after-call');
    await (reference === undefined ? log.refuse(key, 'called-off') : log.settle(key, reference));
    crashPoint('effect/after-result');
    return reference;
  } catch (error) {
    if (error instanceof ExternalSystemRefused) await log.refuse(key, error.code);
    const before = standing.status === 'unknown' && !isOnceAtMost; // what was sent then may still take effect
    if (wasNeverTaken(error) && !before) await log.neverTaken(key);
    throw error;
  }
}

const settling = (system: string, milliseconds: number): ExternalSystemUnavailable =>
  new ExternalSystemUnavailable(system, 'settling', Math.min(milliseconds, ASKED_EVERY_MILLISECONDS));

/** Whether it was attempted and nobody knows with what result. */
export const isUnsettled = async (log: EffectLog, key: string): Promise<boolean> =>
  (await log.unsettled(key)) !== undefined;

/**
 * An effect that is owed no more. Where it was attempted and nobody knows with what result, the partner is asked, so
 * that no intent stays open: again, while what was sent may still take effect there.
 * @throws ExternalSystemUnavailable `settling`
 */
export async function callOff(
  log: EffectLog,
  key: string,
  find: () => Promise<string | undefined>,
): Promise<void> {
  const open = await log.unsettled(key);
  if (open === undefined) return;
  const reference = await find();
  if (reference === undefined && open.milliseconds > 0) throw settling(open.system, open.milliseconds);
  await (reference === undefined ? log.refuse(key, 'called-off') : log.settle(key, reference));
}
