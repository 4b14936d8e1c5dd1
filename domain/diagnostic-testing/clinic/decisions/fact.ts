import type { By } from '../../../shared-kernel/aggregate-root.ts';
import type { ClinicEvent } from '../clinic.events.ts';

/** The part that every event of a clinic shares. */
export function fact<Type extends ClinicEvent['type']>(type: Type, { by, at }: By) {
  return { type, v: 1, at: at.toString(), by } as const;
}
