import { NotFound, RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import { staffAccountId, type StaffAccountId } from '../../domain/shared-kernel/id.ts';
import type { StaffId } from '../../domain/shared-kernel/staff-id.ts';
import type { HandBackReason } from '../../domain/worklist/task.commands.ts';
import { awayBecause, StaffAccount } from '../../domain/worklist/staff-account/staff-account.ts';
import type { Repository } from '../ports/repository.ts';
import type { Lookups } from '../ports/lookups.ts';

export type AccountUses = Readonly<{
  staffAccounts: Repository<StaffAccount>;
  lookups: Pick<Lookups, 'staffAccountIdOf'>;
}>;

export const idOfAccount = ({ lookups }: AccountUses, staffId: string): StaffAccountId =>
  staffAccountId(lookups.staffAccountIdOf(staffId));

/** An account of which nothing has been said yet is there too: with version 0. */
export const everyAccount = (uses: AccountUses, account: StaffId): Repository<StaffAccount> => ({
  load: async (id, commandId) => {
    try {
      return await uses.staffAccounts.load(id, commandId);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return { aggregate: StaffAccount.untold(idOfAccount(uses, account)) };
    }
  },
  save: (...saved) => uses.staffAccounts.save(...saved),
});

/** Why that person can hold no task now; nothing where they can. */
export async function whyAway(
  uses: AccountUses,
  staffId: string,
  at: Instant,
): Promise<HandBackReason | undefined> {
  try {
    return awayBecause((await uses.staffAccounts.load(idOfAccount(uses, staffId))).aggregate.state, at);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** @throws RuleBroken `task/owner-absent`, `task/owner-without-access` */
export async function refuseAway(uses: AccountUses, staffId: string, at: Instant): Promise<void> {
  const because = await whyAway(uses, staffId, at);
  if (because === 'absence') throw new RuleBroken('task/owner-absent');
  if (because === 'access-revoked') throw new RuleBroken('task/owner-without-access');
}
