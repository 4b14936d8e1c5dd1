import type { BulkUses } from './bulk-uses.ts';

/** The day and the half hour that a round is for. */
export type Round = Readonly<{ day: string; slot: string }>;

export const keyOfRound = (jurisdiction: string, { day, slot }: Round): string =>
  `${jurisdiction}/${day}-${slot.replace(':', '')}`;

export async function roundOf({ bulkRuns }: Pick<BulkUses, 'bulkRuns'>, runId: string): Promise<Round> {
  const { about } = (await bulkRuns.load(runId)).aggregate.state;
  const { day, slot } = about;
  if (day === undefined || slot === undefined) throw new TypeError('a monitoring round has a day and a slot');
  return { day, slot };
}
