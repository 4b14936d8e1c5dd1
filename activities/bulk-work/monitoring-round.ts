import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { BulkUses } from './bulk-uses.ts';

/** The day and the half hour that a round is for. */
export type Round = Readonly<{ day: string; slot: string }>;

export const keyOfRound = (jurisdiction: string, { day, slot }: Round): string =>
  `${jurisdiction}/${day}-${slot.replace(':', '')}`;

/** The actor of what is asked for by the clock. */
export const TIMETABLE = 'process:timetable';

/** `heldAt`: the time of the day, `HH:MM` in Seoul; a round that somebody asked for by hand is held as if it were in time. */
export async function roundOf(
  { bulkRuns }: Pick<BulkUses, 'bulkRuns'>,
  runId: string,
): Promise<Round & Readonly<{ heldAt: string }>> {
  const { about, requestedAt, requestedBy } = (await bulkRuns.load(runId)).aggregate.state;
  const { day, slot } = about;
  if (day === undefined || slot === undefined) throw new TypeError('a monitoring round has a day and a slot');
  return { day, slot, heldAt: requestedBy === TIMETABLE ? Instant.of(requestedAt).timeInSeoul() : slot };
}
