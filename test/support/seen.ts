import type { Role } from '../../api/access/roles.ts';
import type { ApiWorld } from './api-world.ts';
import { tokenFor } from './tokens.ts';

/** Accounts that have asked for something there: they may be given work. */
export async function seen(
  { callAs }: Pick<ApiWorld, 'callAs'>,
  ids: readonly string[],
  district = '11110',
  role: Role = 'supervisor',
): Promise<void> {
  for (const id of ids)
    await callAs(await tokenFor({ id, roles: [role], jurisdictions: [district] }), 'GET', '/tasks');
}
