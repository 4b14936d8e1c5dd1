import { isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { BulkUses } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';

/**
 * Whether a case, or somebody, lies where whoever asked for the run is responsible for something of it. A run that an earlier
 * version has asked for says nothing of that: its rows were held to it alone.
 */
export async function isInReach(
  { lookups }: Pick<BulkUses, 'lookups'>,
  { within }: Pick<ImportAbout, 'within'>,
  of: Readonly<{ kind: 'case' | 'person'; id: string }>,
): Promise<boolean> {
  const beginnings = within?.split(' ') ?? [''];
  if (beginnings.includes('')) return true;
  const { district, also = [] } = (await lookups.placeOf(of)) ?? {};
  return district !== undefined && [district, ...also].some((one) => isWithin(beginnings, one));
}
