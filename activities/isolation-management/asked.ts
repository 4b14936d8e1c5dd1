import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Ask } from '../change.ts';
import type { Clock } from '../ports/clock.ts';

/** Asked by a person or a partner, now; or by a process, at its own time. */
export type Asked = Ask & Readonly<{ by: string; at?: string }>;

export async function whoAndWhen({ by, at }: Asked, clock: Clock): Promise<By> {
  return { by, at: Instant.of(at ?? (await clock.now())) };
}
